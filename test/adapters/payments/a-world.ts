import type { PaymentWorld } from '#adapters/payments/payment-plugin.ts';
import type { GatewayReport, RefundReport } from '#application/ports/out/payment-gateway.ts';

/** The world as a gateway under test sees it: a clock that stands still, and lists of what was settled and what went back. */
export interface TrialWorld extends PaymentWorld {
  readonly settled: GatewayReport[];
  readonly returned: RefundReport[];
  now: string;
  settleFails(error: Error): void;
}

export function aWorld(now = '2026-06-10T10:00:00.000Z'): TrialWorld {
  let failure: Error | undefined;
  const world: TrialWorld = {
    now,
    settled: [],
    returned: [],
    settleFails: (error) => {
      failure = error;
    },
    paying: {
      settle: async (report) => {
        const error = failure;
        failure = undefined;
        if (error) throw error;
        world.settled.push(report);
      },
      settleRefund: async (report) => void world.returned.push(report),
      open: () => Promise.reject(new Error('not part of this test')),
    },
    clock: { now: () => world.now },
    log: { info: () => undefined, warn: () => undefined, alarm: () => undefined },
  };
  return world;
}
