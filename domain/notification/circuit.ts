import type { Dated } from '../catalogue/service-definition.ts';
import { type Instant, plusMinutes } from '../shared/time.ts';

/** Whether a provider is worth asking: after failures in a row it is left alone for a while, then asked once. */
export interface Circuit {
  readonly failures: number;
  /** It is left alone until then. */
  readonly openUntil?: Instant;
  /** One message is being tried after that time; the others wait for what comes of it. */
  readonly isProbed?: true;
}

export interface CircuitLimits {
  /** Failures in a row. */
  readonly failures: Dated<number>;
  readonly seconds: Dated<number>;
}

export const closedCircuit: Circuit = { failures: 0 };

export const mayAsk = ({ openUntil, isProbed }: Circuit, now: Instant): boolean =>
  openUntil === undefined || (now >= openUntil && !isProbed);

export const whenAsked = (circuit: Circuit): Circuit =>
  circuit.openUntil === undefined ? circuit : { ...circuit, isProbed: true };

/** As if it had not been asked. */
export const unasked = ({ isProbed: _, ...circuit }: Circuit): Circuit => circuit;

export function afterFailure({ failures, openUntil, isProbed }: Circuit, now: Instant, limits: CircuitLimits): Circuit {
  const count = failures + 1;
  // What was asked before it opened tells nothing new.
  if (openUntil !== undefined && !isProbed) return { failures: count, openUntil };
  if (!isProbed && count < limits.failures.value) return { failures: count };
  return { failures: count, openUntil: plusMinutes(now, limits.seconds.value / 60) };
}

export interface Weighted {
  readonly name: string;
  /** Its share beside the others; 0 is asked only when no other takes it. */
  readonly weight: number;
}

/**
 * In which order providers are asked for one message. `drawOf` gives each a number between 0 and 1 that is always the
 * same for this message, so that the next try of it goes the same way; over many messages each is first by its weight.
 */
export const inOrder = <Provider extends Weighted>(
  providers: readonly Provider[],
  drawOf: (name: string) => number,
): readonly Provider[] =>
  providers
    .map((provider) => ({ provider, wait: -Math.log(drawOf(provider.name)) / provider.weight }))
    .sort((one, other) => (one.wait === other.wait ? 0 : one.wait < other.wait ? -1 : 1))
    .map(({ provider }) => provider);
