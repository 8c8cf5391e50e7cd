import { httpClient } from '#adapters/shared/http.ts';
import { isWorthRetrying } from '#adapters/shared/retry.ts';
import type { Bill, BillSource } from '#application/ports/out/bill-source.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import { BillSourceDown } from '#domain/shared/failure.ts';
import type { ServiceId } from '#domain/shared/ids.ts';
import { type BillPlugin, withoutPaid } from '../bill-plugin.ts';
import { type BillMapping, billIn } from './mapping.ts';

export type { BillMapping } from './mapping.ts';

export interface HttpFetchSettings {
  readonly baseUrl: string;
  /** Such as an API key. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A citizen waits for the answer: 8 unless told. */
  readonly timeoutSeconds?: number;
  /** Where each service's bills are. */
  readonly services: Readonly<Record<ServiceId, HttpBills>>;
  /** A path that answers below 400 while all is well. */
  readonly checkPath: string;
}

export interface HttpBills {
  /** Such as `/bills/{account}`. */
  readonly path: string;
  readonly mapping: BillMapping;
}

/** Asks the department's billing system over HTTP and finds its way in the JSON by a mapping. */
export const httpFetch: BillPlugin<HttpFetchSettings> = {
  name: 'http-fetch',
  open(settings, { isPaid }): BillSource {
    const timeoutMs = (settings.timeoutSeconds ?? 8) * 1000;
    const http = httpClient({ baseUrl: settings.baseUrl, headers: settings.headers ?? {}, timeoutMs });
    return {
      name: 'http-fetch',
      async fetch(serviceId, account) {
        const bills = settings.services[serviceId];
        if (bills === undefined) return undefined;
        const bill = await ask(bills, account);
        return bill && withoutPaid(bill, isPaid);
      },
      async check(): Promise<Checked> {
        const result = await http.call(settings.checkPath);
        if (!result.answered) return { ok: false, problem: result.why };
        return result.status < 400 ? { ok: true } : { ok: false, problem: `http-${result.status}` };
      },
    };

    async function ask({ path, mapping }: HttpBills, account: string): Promise<Bill | undefined> {
      const result = await http.call(path.replace('{account}', encodeURIComponent(account)));
      // The cause may name the address, and so the account: it stays out of the failure.
      if (!result.answered) throw new BillSourceDown(result.why, { retry: true });
      if (result.status === 404) return undefined;
      if (result.status >= 300)
        throw new BillSourceDown(`http-${result.status}`, { retry: isWorthRetrying(result.status) });
      const bill = billIn(result.json, account, mapping);
      if (bill === undefined) throw new BillSourceDown('unreadable-answer', { retry: false });
      return bill;
    }
  },
};
