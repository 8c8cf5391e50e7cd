import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure, type Circuit, closedCircuit, inOrder, mayAsk, whenAsked } from '#domain/notification/circuit.ts';
import { standingClock } from '#test/kit/fakes.ts';

const ours = { from: '2026-01-01', verified: true, source: 'a rule' };
const limits = { failures: { value: 3, ...ours }, seconds: { value: 60, ...ours } };

describe('a circuit', () => {
  it('opens after failures in a row, lets one through after its time, and closes by that one', () => {
    const clock = standingClock();
    let circuit = closedCircuit;
    for (let failure = 0; failure < 3; failure += 1) {
      expect(mayAsk(circuit, clock.now())).toBe(true);
      circuit = afterFailure(whenAsked(circuit), clock.now(), limits);
    }
    expect(mayAsk(circuit, clock.now())).toBe(false);
    clock.advance(1);
    expect(mayAsk(circuit, clock.now())).toBe(true);
    const probed = whenAsked(circuit);
    expect(mayAsk(probed, clock.now())).toBe(false);
    expect(mayAsk(afterFailure(probed, clock.now(), limits), clock.now())).toBe(false);
  });

  it('never asks more than one at once after it has opened, and always asks again some time', () => {
    const step = fc.oneof(fc.constant('ask'), fc.constant('fails'), fc.constant('works'), fc.constant('minute'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const clock = standingClock();
        let circuit: Circuit = closedCircuit;
        let asked = 0;
        for (const each of steps) {
          const isOpen = circuit.openUntil !== undefined;
          if (each === 'minute') clock.advance(1);
          if (each === 'ask' && mayAsk(circuit, clock.now())) {
            circuit = whenAsked(circuit);
            asked += 1;
            if (isOpen) expect(mayAsk(circuit, clock.now())).toBe(false);
          }
          if (asked > 0 && (each === 'fails' || each === 'works')) {
            asked -= 1;
            circuit = each === 'works' ? closedCircuit : afterFailure(circuit, clock.now(), limits);
          }
        }
        if (circuit.isProbed) circuit = afterFailure(circuit, clock.now(), limits);
        clock.advance(1);
        expect(mayAsk(circuit, clock.now())).toBe(true);
      }),
    );
  });
});

describe('the order of providers', () => {
  it('has each first by its weight, and one without weight last', () => {
    const providers = [
      { name: 'a', weight: 3 },
      { name: 'b', weight: 1 },
      { name: 'spare', weight: 0 },
    ];
    const firsts = { a: 0, b: 0, spare: 0 };
    for (let at = 1; at < 100; at += 1)
      for (let other = 1; other < 100; other += 1) {
        const draws: Record<string, number> = { a: at / 100, b: other / 100, spare: 0.999 };
        const order = inOrder(providers, (name) => draws[name] ?? 0);
        firsts[order[0]?.name as keyof typeof firsts] += 1;
        expect(order[2]?.name).toBe('spare');
      }
    expect(firsts.a / (firsts.a + firsts.b)).toBeCloseTo(0.75, 1);
  });
});
