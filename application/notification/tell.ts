import type { TellCitizen } from '../ports/in/telling.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Talks } from '../ports/out/talks.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

export const tellingThrough =
  (talks: Talks, clock: Clock, wakeup: Wakeup): TellCitizen =>
  async (citizenId, causeId, event) => {
    await talks.put([{ citizenId, source: 'system', sourceId: causeId, event, at: clock.now() }]);
    wakeup.wake('talks');
  };
