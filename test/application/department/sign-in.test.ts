import { beforeEach, describe, expect, it } from 'vitest';
import { SignIn } from '#application/department/sign-in.ts';
import type { Hashing } from '#application/ports/out/hashing.ts';
import { SignInRefused, TooManyTries } from '#domain/department/errors.ts';
import { anOfficer } from '#test/kit/builders.ts';
import { aWorld, type World } from '#test/kit/fakes.ts';

/** As quick as a test wants it, and counting. */
function aHashing(): Hashing & { verified: number } {
  let tokens = 0;
  const hashing = {
    verified: 0,
    sha256: (data: Uint8Array | string) => `sha256 of ${String(data)}`,
    token: () => {
      tokens += 1;
      return `token-${tokens}`;
    },
    hashPassword: async (password: string) => `hash of ${password}`,
    async verifyPassword(password: string, hash: string) {
      hashing.verified += 1;
      return hash === `hash of ${password}`;
    },
  };
  return hashing;
}

let world: World;
let hashing: ReturnType<typeof aHashing>;
let gate: SignIn;
beforeEach(async () => {
  world = aWorld();
  hashing = aHashing();
  await world.store.officers.put(anOfficer(), 'hash of right');
  const { officers, officeSessions, auditLog } = world.store;
  gate = new SignIn(officers, officeSessions, auditLog, hashing, world.clock);
});

const attempt = (password: string, name = 'registrar', ip = '192.0.2.1') => gate.signIn({ name, password, ip });

describe('SignIn', () => {
  it('lets an officer in for a working day, and writes it down', async () => {
    const { token } = await attempt('right', 'Registrar');
    expect((await gate.sessionOf(token))?.officer.id).toBe('officer-1');
    expect((await world.store.auditLog.after(0, 5)).map(({ what }) => what)).toEqual(['sign-in']);
    world.clock.advance(10 * 60);
    expect(await gate.sessionOf(token)).toBeUndefined();
  });

  it('ends a session at once when he signs out', async () => {
    const { token } = await attempt('right');
    await gate.signOut(token);
    expect(await gate.sessionOf(token)).toBeUndefined();
  });

  it('answers an unknown name as it does a wrong password, after the same work', async () => {
    await expect(attempt('wrong')).rejects.toThrow(SignInRefused);
    await expect(attempt('wrong', 'nobody')).rejects.toThrow(SignInRefused);
    expect(hashing.verified).toBe(2);
  });

  it('lets nobody try more than five passwords, not even the right one, until the pause is over', async () => {
    for (let tries = 0; tries < 5; tries += 1) await expect(attempt('wrong')).rejects.toThrow(SignInRefused);
    await expect(attempt('right')).rejects.toThrow(TooManyTries);
    world.clock.advance(15);
    await expect(attempt('right')).resolves.toMatchObject({ officer: { id: 'officer-1' } });
  });

  it('lets no more be tried by many tries at the same moment', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 40 }, () => attempt('wrong')));
    const refused = tries.map((each) => (each.status === 'rejected' ? each.reason : undefined));
    expect(refused.filter((reason) => reason instanceof TooManyTries)).toHaveLength(35);
    expect(hashing.verified).toBe(5);
  });

  it('stops an address that goes through many names', async () => {
    for (let name = 0; name < 50; name += 1) await expect(attempt('wrong', `n${name}`)).rejects.toThrow(SignInRefused);
    await expect(attempt('right')).rejects.toThrow(TooManyTries);
    await expect(attempt('right', 'registrar', '192.0.2.2')).resolves.toBeDefined();
  });

  it('forgets the wrong tries of an officer who got in', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await expect(attempt('wrong')).rejects.toThrow(SignInRefused);
      await attempt('right');
    }
    expect(hashing.verified).toBe(15);
  });
});
