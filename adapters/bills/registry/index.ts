import type { BillSource } from '#application/ports/out/bill-source.ts';
import type { ServiceId } from '#domain/shared/ids.ts';
import { type BillPlugin, withoutPaid } from '../bill-plugin.ts';
import { accountKey, readRegister, type Tariffs } from './register.ts';

export interface RegistrySettings {
  /** For each service the file of what is owed: see config/bills/. */
  readonly registers: Readonly<Record<ServiceId, string | URL>>;
  readonly tariffs?: Tariffs;
}

/** Dues kept by us, for a department that has no billing system, and for demonstrations. */
export const registry: BillPlugin<RegistrySettings> = {
  name: 'registry',
  open(settings, { isPaid, today }): BillSource {
    const registers = new Map(
      Object.entries(settings.registers).map(([id, path]) => [id, readRegister(path, settings.tariffs)]),
    );
    return {
      name: 'registry',
      async fetch(serviceId, account) {
        const bill = registers.get(serviceId)?.get(accountKey(account))?.(today());
        return bill && withoutPaid(bill, isPaid);
      },
      async check() {
        return { ok: true, note: [...registers].map(([id, { size }]) => `${id}: ${size}`).join(', ') };
      },
    };
  },
};
