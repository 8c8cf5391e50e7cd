import { useEffect, useState } from 'preact/hooks';
import { t } from '#adapters/web/page/texts.ts';
import type { PhoneKind } from './api.ts';

const STORED_AS = 'simulator.users';
const MOST_USERS = 12;
const userPattern = /^(\+910\d{9}|[A-Z]{2}\.[A-Za-z0-9]{4,60})$/;
const names = t('simulator.people').split(', ');

/** Always the same invented name for the same number. */
export const nameOf = (user: string): string =>
  names[[...user].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % names.length] ?? user;

export const initialOf = (user: string): string => [...nameOf(user)][0] ?? '';

export const showUser = (user: string): string =>
  user.startsWith('+91') ? `+91 ${user.slice(3, 8)} ${user.slice(8)}` : t('simulator.hidden');

/** Indian numbers never begin with 0, so nobody has this one. */
const freshNumber = (): string => `+910000${randomDigits(6)}`;
const freshUserId = (): string => `IN.SIM${randomDigits(12)}`;

const randomDigits = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(count)), (each) => each % 10).join('');

function someoneNew(make: () => string, users: readonly string[]): string {
  const taken = new Set(users.map(nameOf));
  for (let i = 0; i < 50; i += 1) {
    const user = make();
    if (!taken.has(nameOf(user))) return user;
  }
  return make();
}

function storedUsers(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string' && userPattern.test(each)) : [];
  } catch {
    return [];
  }
}

/** `#whatsapp/+910000123456`: which phone, and who holds it. */
function fromAddress(phones: readonly PhoneKind[]): Held {
  const [kind, user = ''] = decodeURIComponent(location.hash.slice(1)).split('/');
  return heldBy(user, phones.find((each) => each === kind) ?? phones[0] ?? 'whatsapp');
}

interface Held {
  readonly kind: PhoneKind;
  readonly user: string;
}

/** A keypad phone has a number; who has none gives it to somebody who does. */
export const canHold = (user: string, kind: PhoneKind): boolean =>
  userPattern.test(user) && (kind === 'whatsapp' || user.startsWith('+'));

function heldBy(user: string, kind: PhoneKind): Held {
  const users = storedUsers();
  const holder = [user, ...users].find((each) => canHold(each, kind));
  return { kind, user: holder ?? someoneNew(freshNumber, users) };
}

export interface Holders {
  readonly kind: PhoneKind;
  readonly user: string;
  readonly users: readonly string[];
  hold(user: string): void;
  holdAnew(hidesNumber: boolean): void;
  take(kind: PhoneKind): void;
}

/** Kept in the address, so that a reload and a bookmark come back to the same talk; the others in this browser. */
export function useHolders(phones: readonly PhoneKind[]): Holders {
  const [{ kind, user }, setHeld] = useState(() => fromAddress(phones));
  const [users, setUsers] = useState(storedUsers);
  const known = users.includes(user) ? users : [user, ...users].slice(0, MOST_USERS);

  useEffect(() => {
    const address = `#${kind}/${user}`;
    if (location.hash !== address) history.replaceState(null, '', address);
    localStorage.setItem(STORED_AS, JSON.stringify(known));
    setUsers(known);
  }, [kind, user]);
  useEffect(() => {
    const onChange = () => setHeld(fromAddress(phones));
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);

  const hold = (next: string) => setHeld({ kind, user: next });
  return {
    kind,
    user,
    users: known.filter((each) => canHold(each, kind)),
    hold,
    holdAnew: (hidesNumber) => hold(someoneNew(hidesNumber ? freshUserId : freshNumber, known)),
    take: (next) => setHeld(heldBy(user, next)),
  };
}
