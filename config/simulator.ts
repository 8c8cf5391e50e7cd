import type { Store } from '#adapters/persistence/store.ts';
import type { Route } from '#adapters/shared/route.ts';
import type { Assets } from '#adapters/web/build-pages.ts';
import type { PageTexts } from '#adapters/web/shell.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import type { StandIns } from './stand-ins.ts';

/** The phone in the browser, where a stand-in plays the provider. */
export function simulatorOf(_world: {
  readonly standIns: StandIns;
  readonly assets: Assets;
  readonly texts: PageTexts;
  readonly translator: Translator;
  readonly store: Store;
}): readonly Route[] {
  return [];
}
