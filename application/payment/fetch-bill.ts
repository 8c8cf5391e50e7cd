import { maskName } from '#domain/answers/mask.ts';
import type { ShownBill } from '#domain/conversation/event.ts';
import { BillSourceDown } from '#domain/shared/failure.ts';
import type { CitizenId, ServiceId } from '#domain/shared/ids.ts';
import { add } from '#domain/shared/money.ts';
import type { TellCitizen } from '../ports/in/telling.ts';
import type { Bill, BillSource } from '../ports/out/bill-source.ts';

/** Asks what is owed on an account, and shows it masked: anybody may pay, but nobody learns who lives where. */
export class FetchBill {
  private readonly bills: BillSource;
  private readonly tell: TellCitizen;

  constructor(bills: BillSource, tell: TellCitizen) {
    this.bills = bills;
    this.tell = tell;
  }

  async fetch(
    citizenId: CitizenId,
    { serviceId, account }: { serviceId: ServiceId; account: string },
    jobId: string,
    isLastTry: boolean,
  ): Promise<void> {
    const cause = `bill/${jobId}`;
    try {
      const bill = await this.bills.fetch(serviceId, account);
      await this.tell(
        citizenId,
        cause,
        bill ? { type: 'bill', account, bill: shown(bill) } : { type: 'no-bill', account },
      );
    } catch (error) {
      const isDown = error instanceof BillSourceDown;
      if (!isLastTry && !(isDown && !error.retry)) throw error;
      // He waits for an answer, whoever made the mistake.
      await this.tell(citizenId, cause, { type: 'bill-source-down', account });
      if (!isDown) throw error;
    }
  }
}

function shown({ owner, address, demands }: Bill): ShownBill {
  const amounts = demands.map(({ id, period, dueOn, lines, inCourt }) => ({
    id,
    period,
    dueOn,
    amount: add(...lines.map((line) => line.amount)),
    ...(lines[0] && { what: lines[0].name }),
    ...(inCourt && { inCourt }),
  }));
  const payable = amounts.filter((each) => !each.inCourt);
  return { owner: maskName(owner), address, demands: amounts, total: add(...payable.map(({ amount }) => amount)) };
}
