export type Work = 'talks' | 'messages' | 'jobs';

/** Who is called: the workers of one kind, or whoever shows messages on screens. */
export type Called = Work | 'screens';

/** Wakes the workers at once, here and in other processes. They also look by themselves, so a lost call costs a second. */
export interface Wakeup {
  wake(called: Called): void;
  onWake(listener: (called: Called) => void): () => void;
}
