import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Citizen } from '#domain/citizen/citizen.ts';
import { whoseAre } from '#domain/citizen/whose-contact-points.ts';
import { type ContactPoint, contactPointKey } from '#domain/shared/contact-point.ts';
import { aPhone, aUserId } from '#test/kit/builders.ts';
import { NOW } from '#test/kit/fakes.ts';

const anyPoint = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((last) => aPhone(last)),
  fc.integer({ min: 1, max: 4 }).map((last) => aPhone(last, 'sms')),
  fc.constantFrom('one', 'two', 'three').map(aUserId),
);

describe('Citizen', () => {
  it('has each contact point once, with what proves it and since when', () => {
    const citizen = Citizen.register('citizen-1', [aPhone()], NOW);
    expect(citizen.addContactPoint(aPhone(), 'operator', NOW)).toBe(false);
    expect(citizen.addContactPoint(aPhone(1, 'sms'), 'one-time-password', NOW)).toBe(true);
    expect(citizen.snapshot().contactPoints.map(({ point, proof }) => [point.channel, proof])).toEqual([
      ['whatsapp', 'provider'],
      ['sms', 'one-time-password'],
    ]);
  });

  it('keeps nothing at an address that he left, and everything else', () => {
    fc.assert(
      fc.property(fc.array(anyPoint), anyPoint, (points, left) => {
        const citizen = Citizen.register('citizen-1', points, NOW);
        const before = citizen.snapshot().contactPoints;
        citizen.leave(left, NOW);
        expect(citizen.snapshot().contactPoints).toEqual(before.filter(({ point }) => point.address !== left.address));
      }),
    );
  });

  it('comes back from his snapshot as he was', () => {
    fc.assert(
      fc.property(fc.array(anyPoint), (points) => {
        const stored = JSON.stringify(Citizen.register('citizen-1', points, NOW).snapshot());
        expect(JSON.stringify(Citizen.restore(JSON.parse(stored)).snapshot())).toBe(stored);
      }),
    );
  });
});

describe('whose contact points are', () => {
  const held = (...holders: [ContactPoint, string][]) => {
    const byKey = new Map(holders.map(([point, citizenId]) => [contactPointKey(point), citizenId]));
    return (point: ContactPoint) => {
      const citizenId = byKey.get(contactPointKey(point));
      const hasUserId = holders.some(([each, holder]) => holder === citizenId && each.kind === 'user-id');
      return citizenId === undefined ? undefined : { citizenId, hasUserId };
    };
  };

  it('nobody’s at first', () => {
    expect(whoseAre([aPhone(), aUserId()], held())).toEqual({
      citizenId: undefined,
      add: [aPhone(), aUserId()],
      move: [],
    });
  });

  it('his whose number is known and who had no user id yet', () => {
    expect(whoseAre([aPhone(), aUserId()], held([aPhone(), 'a']))).toEqual({
      citizenId: 'a',
      add: [aUserId()],
      move: [],
    });
  });

  it('his whose user id is known, and the number goes with it', () => {
    expect(whoseAre([aPhone(2), aUserId()], held([aUserId(), 'a'], [aPhone(2), 'b']))).toEqual({
      citizenId: 'a',
      add: [],
      move: [aPhone(2)],
    });
  });

  it('a new person’s when the number’s holder has another user id', () => {
    const holders = held([aPhone(), 'a'], [aUserId('before'), 'a']);
    expect(whoseAre([aPhone(), aUserId('after')], holders)).toEqual({
      citizenId: undefined,
      add: [aUserId('after')],
      move: [aPhone()],
    });
  });

  it('settled for every one of them, and never by giving away a user id', () => {
    const holders = fc.uniqueArray(fc.tuple(anyPoint, fc.constantFrom('a', 'b', 'c')), {
      selector: ([point]) => contactPointKey(point),
    });
    const reported = fc
      .tuple(fc.option(fc.integer({ min: 1, max: 4 })), fc.option(fc.constantFrom('one', 'two', 'three')))
      .map(([phone, user]) => [...(phone === null ? [] : [aPhone(phone)]), ...(user === null ? [] : [aUserId(user)])]);
    fc.assert(
      fc.property(holders, reported, (known, points) => {
        const holderOf = held(...known);
        const { citizenId, add, move } = whoseAre(points, holderOf);
        const his = points.filter((point) => citizenId !== undefined && holderOf(point)?.citizenId === citizenId);
        expect([...his, ...add, ...move].map(contactPointKey).sort()).toEqual(points.map(contactPointKey).sort());
        expect(move.filter(({ kind }) => kind === 'user-id')).toEqual([]);
      }),
    );
  });
});
