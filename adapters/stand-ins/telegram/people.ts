export interface Person {
  /** The account's number, which is also that of the private chat. */
  readonly id: number;
  readonly firstName?: string;
  readonly lastName?: string;
  /** E.164 with the plus sign; the bot sees it only when the person shares his own card. */
  readonly phone?: string;
  readonly language?: string;
}

export interface KnownPerson extends Person {
  readonly hasBlockedUs: boolean;
}

/** Whoever wrote: a bot cannot begin a chat. */
export class People {
  private readonly known = new Map<number, KnownPerson>();
  private readonly groups = new Set<number>();

  meet(person: Person): KnownPerson {
    const before = this.known.get(person.id);
    const now = { hasBlockedUs: false, ...before, ...person };
    this.known.set(person.id, now);
    return now;
  }

  find(id: number): KnownPerson | undefined {
    return this.known.get(id);
  }

  takeInto(group: number): void {
    this.groups.add(group);
  }

  isIn(group: number): boolean {
    return this.groups.has(group);
  }

  leave(group: number): void {
    this.groups.delete(group);
  }

  setBlocked(id: number, hasBlockedUs: boolean): void {
    const person = this.known.get(id);
    if (person) this.known.set(id, { ...person, hasBlockedUs });
  }
}

/** As `from` tells of a person. */
export const userOf = ({ id, firstName = 'Stand-in', lastName, language = 'hi' }: Person) => ({
  id,
  is_bot: false,
  first_name: firstName,
  ...(lastName !== undefined && { last_name: lastName }),
  language_code: language,
});

export const chatOf = ({ id, firstName = 'Stand-in', lastName }: Person) => ({
  id,
  type: 'private',
  first_name: firstName,
  ...(lastName !== undefined && { last_name: lastName }),
});

export const groupOf = (id: number) => ({ id, type: 'group', title: 'Stand-in group' });

export const ourselves = {
  id: 5_000_000_001,
  is_bot: true,
  first_name: 'Stand-in',
  username: 'stand_in_bot',
} as const;
