import type { CitizenId, DepartmentId, OfficerId, ServiceId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import { verbatim } from '../shared/phrase.ts';
import type { SaidLine } from '../shared/said-line.ts';
import type { Instant } from '../shared/time.ts';
import { TalkEnded, TalkWithOther } from './errors.ts';

/** A talk that a citizen wanted to have with a person: asked for, taken by one officer, ended. */
export interface HandoverSnapshot {
  readonly id: string;
  readonly citizenId: CitizenId;
  readonly department: DepartmentId;
  readonly serviceId?: ServiceId;
  readonly language: Language;
  readonly askedAt: Instant;
  /** Oldest first: what was said before, and from then on what is said to each other. */
  readonly lines: readonly SaidLine[];
  readonly taken?: { readonly by: OfficerId; readonly at: Instant };
  /** `silence`: nothing more was said. */
  readonly ended?: { readonly by: 'citizen' | 'silence' | OfficerId; readonly at: Instant };
}

/** What the citizen says to the person, or a file that he sends him. */
export type SentToPerson = Pick<SaidLine, 'said' | 'paper'>;

/** Lines that are kept of one talk; the oldest go first. */
const MOST_LINES = 200;

export class Handover {
  private state: HandoverSnapshot;

  private constructor(state: HandoverSnapshot) {
    this.state = state;
  }

  static restore(snapshot: HandoverSnapshot): Handover {
    return new Handover(snapshot);
  }

  static ask(asked: Omit<HandoverSnapshot, 'taken' | 'ended' | 'askedAt'>, now: Instant): Handover {
    return new Handover({ ...asked, askedAt: now });
  }

  snapshot(): HandoverSnapshot {
    return this.state;
  }

  get isOpen(): boolean {
    return this.state.ended === undefined;
  }

  /** When the officer was last there: his last word, or that he took the talk. Absent when nobody took it. */
  get answeredAt(): Instant | undefined {
    const { taken, lines } = this.state;
    return taken && (lines.findLast(({ by }) => by === 'officer')?.at ?? taken.at);
  }

  /**
   * Since when a talk that was taken has rested: the citizen's first word that the officer has not answered, or the
   * officer's last. Absent when it was not taken, or has ended.
   */
  get silentSince(): Instant | undefined {
    const answered = this.answeredAt;
    if (answered === undefined || !this.isOpen) return undefined;
    const { lines } = this.state;
    const waits = lines.find(({ by, at }) => by === 'citizen' && at !== undefined && at > answered);
    return waits?.at ?? answered;
  }

  /** Ends a talk that has rested since that moment or longer. Returns whether it did. */
  endSilent(since: Instant, now: Instant): boolean {
    const { silentSince } = this;
    if (silentSince === undefined || silentSince > since) return false;
    this.state = { ...this.state, ended: { by: 'silence', at: now } };
    return true;
  }

  /** The citizen writes. Nobody reads it any more when the talk has ended. */
  hear({ said, paper }: SentToPerson, now: Instant): void {
    if (this.isOpen) this.add({ by: 'citizen', said, at: now, ...(paper !== undefined && { paper }) });
  }

  /** An officer takes the talk; again by the same changes nothing. @throws TalkWithOther @throws TalkEnded */
  take(officer: OfficerId, now: Instant): void {
    this.requireOpen();
    const { taken } = this.state;
    if (taken && taken.by !== officer) throw new TalkWithOther();
    if (!taken) this.state = { ...this.state, taken: { by: officer, at: now } };
  }

  /** @throws TalkWithOther @throws TalkEnded */
  write(officer: OfficerId, text: string, now: Instant): void {
    this.requireHis(officer);
    this.add({ by: 'officer', said: verbatim(text), at: now });
  }

  /** @throws TalkWithOther @throws TalkEnded */
  end(officer: OfficerId, now: Instant): void {
    this.requireHis(officer);
    this.state = { ...this.state, ended: { by: officer, at: now } };
  }

  /** The citizen goes on without a person. */
  leave(now: Instant): void {
    if (this.isOpen) this.state = { ...this.state, ended: { by: 'citizen', at: now } };
  }

  private requireOpen(): void {
    if (!this.isOpen) throw new TalkEnded();
  }

  private requireHis(officer: OfficerId): void {
    this.requireOpen();
    if (this.state.taken?.by !== officer) throw new TalkWithOther();
  }

  private add(line: SaidLine): void {
    this.state = { ...this.state, lines: [...this.state.lines, line].slice(-MOST_LINES) };
  }
}
