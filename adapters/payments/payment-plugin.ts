import type { Paying } from '#application/ports/in/paying.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { PaymentGateway } from '#application/ports/out/payment-gateway.ts';
import type { Route } from '../shared/route.ts';

/** A gateway that config can name. */
export interface PaymentPlugin<Settings> {
  readonly name: string;
  open(settings: Settings, world: PaymentWorld): OpenGateway;
}

export interface PaymentWorld {
  readonly paying: Paying;
  readonly clock: Clock;
  readonly log: Log;
}

export interface OpenGateway extends PaymentGateway {
  /** The gateway's callback, and whatever pages it brings. */
  readonly routes: readonly Route[];
  close?(): Promise<void>;
}
