export interface Person {
  /** E.164 with the plus sign. */
  readonly phone?: string;
  /** Meta's business-scoped id, such as `IN.1A2B`. */
  readonly userId?: string;
  readonly name?: string;
  /** Has a username, so that webhooks carry only the user id. */
  readonly hidesPhone?: boolean;
}

export interface KnownPerson extends Person {
  /** One name for the person in transcripts: the phone where there is one. */
  readonly key: string;
}

/** Whoever wrote or was written to. */
export class People {
  private readonly known = new Map<string, KnownPerson>();

  meet(person: Person): KnownPerson {
    const before = [person.phone, person.userId].flatMap((address) => this.find(address) ?? [])[0];
    const key = before?.key ?? person.phone ?? person.userId;
    if (key === undefined) throw new Error('a person needs a phone or a user id');
    const now = { ...before, ...person, key };
    this.known.set(key, now);
    return now;
  }

  keyOf(address: string): string {
    return this.find(address)?.key ?? address;
  }

  private find(address: string | undefined): KnownPerson | undefined {
    if (address === undefined) return undefined;
    return [...this.known.values()].find(({ phone, userId }) => phone === address || userId === address);
  }
}
