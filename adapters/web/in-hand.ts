import type { Readable } from 'node:stream';

/** The requests that are being answered. */
export class InHand {
  private readonly ids = new Set<string>();
  private readonly streams = new Set<Readable>();
  private whenEmpty: (() => void) | undefined;

  begin(id: string): void {
    this.ids.add(id);
  }

  end(id: string): void {
    this.ids.delete(id);
    if (this.ids.size === 0) this.whenEmpty?.();
  }

  /** A stream of live events has no end of its own, so nobody waits for it. */
  isStream(id: string, stream: Readable): void {
    this.streams.add(stream);
    stream.once('close', () => this.streams.delete(stream));
    this.end(id);
  }

  endStreams(): void {
    for (const stream of this.streams) stream.destroy();
  }

  /** Waits until all are answered, and no longer than this. */
  async allAnswered(milliseconds: number): Promise<void> {
    if (this.ids.size === 0) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, milliseconds);
      this.whenEmpty = () => {
        clearTimeout(patience);
        resolve();
      };
    });
  }
}
