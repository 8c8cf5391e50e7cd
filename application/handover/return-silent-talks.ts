import { type HelpDesk, openSince } from '#domain/handover/office-hours.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { TellCitizen } from '../ports/in/telling.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Handovers } from '../ports/out/handovers.ts';
import type { Transactions } from '../ports/out/transactions.ts';

const AT_ONCE = 100;

/** A talk in which nothing more is said goes back to the machine, so that nobody writes to an empty chair. */
export class ReturnSilentTalks {
  private readonly handovers: Handovers;
  private readonly tell: TellCitizen;
  private readonly transactions: Transactions;
  private readonly calendar: Calendar;
  private readonly helpDesk: HelpDesk;
  private readonly clock: Clock;

  constructor(
    handovers: Handovers,
    tell: TellCitizen,
    transactions: Transactions,
    calendar: Calendar,
    helpDesk: HelpDesk,
    clock: Clock,
  ) {
    this.handovers = handovers;
    this.tell = tell;
    this.transactions = transactions;
    this.calendar = calendar;
    this.helpDesk = helpDesk;
    this.clock = clock;
  }

  /** Safe to repeat. Only hours in which the office is open count. */
  async sweep(): Promise<void> {
    const { hours, answerWithinHours } = this.helpDesk;
    const since = openSince(hours.value, this.calendar.holidays, this.clock.now(), answerWithinHours.value * 60);
    for (const handover of await this.handovers.restingSince(since, AT_ONCE))
      await this.giveBack(handover.snapshot().id, since);
  }

  private giveBack(handoverId: string, since: Instant): Promise<void> {
    return this.transactions.run(async () => {
      // Something may have been said meanwhile.
      let hasEnded = false;
      const handover = await this.handovers.update(handoverId, (each) => {
        hasEnded = each.endSilent(since, this.clock.now());
      });
      if (!handover || !hasEnded) return;
      const event = { type: 'officer-left', handoverId, isSilent: true } as const;
      await this.tell(handover.snapshot().citizenId, `handover/${handoverId}/silent`, event);
    });
  }
}
