export type Work = 'talks' | 'messages' | 'jobs';

/** Wakes the workers at once, here and in other processes. They also look by themselves, so a lost call costs a second. */
export interface Wakeup {
  wake(work: Work): void;
  onWake(listener: (work: Work) => void): () => void;
}
