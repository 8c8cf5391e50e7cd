import type { ChannelEntries, ChannelEntry } from '#application/ports/out/channel-log.ts';
import type { Log } from '#application/ports/out/log.ts';

const FLUSH_MS = 1000;
const AT_ONCE = 500;
/** While nothing can be stored, the oldest lines go. */
const MOST = 10_000;

export type Note = (entry: ChannelEntry) => void;

/** Stores lines many at a time and never makes a message wait; what a crash takes along is the last second. */
export class LogBuffer {
  private waiting: ChannelEntry[] = [];
  private storing: Promise<void> = Promise.resolve();
  private readonly entries: Pick<ChannelEntries, 'add'>;
  private readonly log: Log;
  private readonly timer: NodeJS.Timeout;

  constructor(entries: Pick<ChannelEntries, 'add'>, log: Log) {
    this.entries = entries;
    this.log = log;
    this.timer = setInterval(() => void this.flush(), FLUSH_MS).unref();
  }

  readonly note: Note = (entry) => {
    this.waiting.push(entry);
    if (this.waiting.length > MOST) this.waiting.splice(0, this.waiting.length - MOST);
    if (this.waiting.length === AT_ONCE) void this.flush();
  };

  /** One batch after the other. */
  flush(): Promise<void> {
    this.storing = this.storing.then(() => this.store());
    return this.storing;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private async store(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, AT_ONCE);
      try {
        await this.entries.add(batch);
      } catch (error) {
        this.log.alarm('channel-log.not-stored', undefined, error);
        this.waiting.unshift(...batch);
        return;
      }
    }
  }
}
