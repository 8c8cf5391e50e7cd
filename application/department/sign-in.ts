import { SignInRefused, TooManyTries } from '#domain/department/errors.ts';
import type { Officer } from '#domain/department/officer.ts';
import { plusHours } from '#domain/shared/time.ts';
import type { Deciding, SignedIn } from '../ports/in/deciding.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Hashing } from '../ports/out/hashing.ts';
import type { AuditLog, Officers, OfficeSessions } from '../ports/out/repositories.ts';

/** A working day. */
const SESSION_HOURS = 10;
const MOST_TRIES = 5;
const PAUSE_MINUTES = 15;

/** Lets officers in, and keeps those out who try passwords. */
export class SignIn implements Pick<Deciding, 'signIn' | 'signOut' | 'sessionOf'> {
  private readonly officers: Officers;
  private readonly sessions: OfficeSessions;
  private readonly auditLog: AuditLog;
  private readonly hashing: Hashing;
  private readonly clock: Clock;
  /** Failed tries by name and by address, with when they began; forgotten after the pause. */
  private readonly tries = new Map<string, { count: number; since: number }>();
  private decoy: Promise<string> | undefined;

  constructor(officers: Officers, sessions: OfficeSessions, auditLog: AuditLog, hashing: Hashing, clock: Clock) {
    this.officers = officers;
    this.sessions = sessions;
    this.auditLog = auditLog;
    this.hashing = hashing;
    this.clock = clock;
  }

  async signIn({ name, password, ip }: { name: string; password: string; ip: string }): Promise<SignedIn> {
    const keys = [`name:${name.toLowerCase()}`, `ip:${ip}`];
    this.requirePatience(keys);
    // Counted before the slow comparison, or many tries at once would all be let in.
    this.countTry(keys);
    const found = await this.officers.bySignInName(name.toLowerCase());
    // An unknown name takes as long as a known one.
    this.decoy ??= this.hashing.hashPassword(this.hashing.token());
    const fits = await this.hashing.verifyPassword(password, found?.passwordHash ?? (await this.decoy));
    if (!found || !fits) throw new SignInRefused();
    for (const key of keys) this.tries.delete(key);
    return this.open(found.officer);
  }

  async sessionOf(token: string): Promise<SignedIn | undefined> {
    const session = await this.sessions.find(this.hashing.sha256(token), this.clock.now());
    const officer = session && (await this.officers.find(session.officerId));
    return session && officer && { token, csrfToken: session.csrfToken, officer: shown(officer) };
  }

  async signOut(token: string): Promise<void> {
    await this.sessions.close(this.hashing.sha256(token));
  }

  private async open(officer: Officer): Promise<SignedIn> {
    const token = this.hashing.token();
    const csrfToken = this.hashing.token();
    const now = this.clock.now();
    await this.sessions.open({
      tokenHash: this.hashing.sha256(token),
      csrfToken,
      officerId: officer.id,
      expiresAt: plusHours(now, SESSION_HOURS),
    });
    await this.auditLog.append({ who: `officer:${officer.id}`, what: 'sign-in', at: now });
    return { token, csrfToken, officer: shown(officer) };
  }

  private requirePatience(keys: readonly string[]): void {
    const now = Date.parse(this.clock.now());
    for (const [key, { since }] of this.tries) if (now - since >= PAUSE_MINUTES * 60_000) this.tries.delete(key);
    for (const key of keys) {
      const tried = this.tries.get(key);
      if (!tried) continue;
      const minutesLeft = PAUSE_MINUTES - (now - tried.since) / 60_000;
      // Many officers may share an office's address, so it gets more tries than a name.
      if (tried.count >= (key.startsWith('ip:') ? MOST_TRIES * 10 : MOST_TRIES))
        throw new TooManyTries(Math.ceil(minutesLeft));
    }
  }

  private countTry(keys: readonly string[]): void {
    const now = Date.parse(this.clock.now());
    for (const key of keys) {
      const tried = this.tries.get(key);
      this.tries.set(key, { count: (tried?.count ?? 0) + 1, since: tried?.since ?? now });
    }
  }
}

const shown = ({ id, name, role, department, isAdministrator }: Officer): SignedIn['officer'] => ({
  id,
  name,
  role,
  department,
  isAdministrator,
});
