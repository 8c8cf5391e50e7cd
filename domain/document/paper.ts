import type { CitizenId, DocumentId, PaperId } from '../shared/ids.ts';
import type { Instant } from '../shared/time.ts';
import type { Reading } from './reading.ts';

/** A document that a citizen sent in, and what was read in it. The file itself is in the document store. */
export interface PaperSnapshot {
  readonly id: PaperId;
  readonly citizenId: CitizenId;
  readonly documentId: DocumentId;
  readonly mime: string;
  readonly receivedAt: Instant;
  readonly reading?: Reading;
}

export class Paper {
  private state: PaperSnapshot;

  private constructor(state: PaperSnapshot) {
    this.state = state;
  }

  static restore(snapshot: PaperSnapshot): Paper {
    return new Paper(snapshot);
  }

  static receive(received: Omit<PaperSnapshot, 'reading'>): Paper {
    return new Paper(received);
  }

  snapshot(): PaperSnapshot {
    return this.state;
  }

  recordReading(reading: Reading): void {
    this.state = { ...this.state, reading };
  }
}
