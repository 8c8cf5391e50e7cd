import type { TalkEvent } from '#domain/conversation/event.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Talks } from '../ports/out/talks.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

/**
 * Tells a talk that something happened; it comes through the citizen's inbox like everything else.
 * `causeId` makes it unique: the same cause told twice is heard once.
 */
export type TellCitizen = (citizenId: CitizenId, causeId: string, event: TalkEvent) => Promise<void>;

export const tellingThrough =
  (talks: Talks, clock: Clock, wakeup: Wakeup): TellCitizen =>
  async (citizenId, causeId, event) => {
    await talks.put([{ citizenId, source: 'system', sourceId: causeId, event, at: clock.now() }]);
    wakeup.wake('talks');
  };
