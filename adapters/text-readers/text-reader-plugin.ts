import type { Clock } from '#application/ports/out/clock.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { TextReader } from '#application/ports/out/text-reader.ts';

/** A text reader that config can name. */
export interface TextReaderPlugin<Settings> {
  readonly name: string;
  open(settings: Settings, world: TextReaderWorld): TextReader;
}

export interface TextReaderWorld {
  /** A larger file is not opened; in megabytes of a million bytes. */
  readonly mostMegabytes: number;
  readonly log: Log;
  readonly clock: Clock;
}
