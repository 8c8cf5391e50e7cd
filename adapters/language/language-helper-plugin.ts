import type { Clock } from '#application/ports/out/clock.ts';
import type { LanguageHelper } from '#application/ports/out/language-helper.ts';
import type { Log } from '#application/ports/out/log.ts';

/** A language helper that config can name. */
export interface LanguageHelperPlugin<Settings> {
  readonly name: string;
  open(settings: Settings, world: LanguageHelperWorld): LanguageHelper;
}

export interface LanguageHelperWorld {
  readonly clock: Clock;
  readonly log: Log;
}
