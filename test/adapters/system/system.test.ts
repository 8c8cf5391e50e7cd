import { describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/system/clock.ts';
import { hashing, hashingOfKnownPasswords } from '#adapters/system/hashing.ts';
import { randomIds } from '#adapters/system/ids.ts';
import { pinoLog } from '#adapters/system/pino-log.ts';
import { PrinterFailed } from '#domain/shared/failure.ts';

describe('the clock', () => {
  it('tells the time in UTC with milliseconds, and goes on from where it was started', () => {
    expect(systemClock().now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const started = Date.parse(systemClock('2026-03-05T10:00:00+05:30').now());
    expect(Math.abs(started - Date.parse('2026-03-05T04:30:00Z'))).toBeLessThan(5000);
  });
});

describe('ids', () => {
  it('are of UUID version 7, never the same, and sort by time', () => {
    const ids = Array.from({ length: 1000 }, () => randomIds.next());
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(ids).size).toBe(1000);
    const times = ids.map((id) => id.slice(0, 13));
    expect([...times].sort()).toEqual(times);
  });

  it('as codes have no letters that are mistaken for each other', () => {
    const codes = Array.from({ length: 500 }, () => randomIds.code(5));
    for (const code of codes) expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTUVWXY]{5}$/);
    expect(new Set(codes).size).toBeGreaterThan(490);
  });
});

describe('hashing', () => {
  it('knows a password again, however its letters were composed, and no other', async () => {
    const hash = await hashing.hashPassword('caf\u00e9');
    expect(await hashing.verifyPassword('cafe\u0301', hash)).toBe(true);
    expect(await hashing.verifyPassword('cafe', hash)).toBe(false);
    expect(await hashing.verifyPassword('caf\u00e9', 'plain')).toBe(false);
  });

  it('knows a password again that was hashed at another cost', async () => {
    const hash = await hashingOfKnownPasswords.hashPassword('demo-sdm');
    expect(await hashing.verifyPassword('demo-sdm', hash)).toBe(true);
    expect(await hashing.verifyPassword('demo-adm', hash)).toBe(false);
  });

  it('makes tokens that nobody can guess', () => {
    expect(hashing.token()).toMatch(/^[\w-]{43}$/);
    expect(hashing.token()).not.toBe(hashing.token());
    expect(hashing.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('the log', () => {
  it('writes of an error its name, code and place, and never its message', () => {
    const written: string[] = [];
    const log = pinoLog('info', { write: (line) => void written.push(line) });
    const secret = new TypeError('Meera Invented, +910000000001');
    log.alarm('talk.failed', { citizenId: 'citizen-1' }, secret);
    log.alarm('job.given-up', {}, new PrinterFailed('crashed', { retry: true, cause: secret }));
    log.info('started', { port: 1 });
    expect(written.join('')).not.toMatch(/Meera|0000000001/);
    const [failed, givenUp, started] = written.map((line) => JSON.parse(line));
    expect(failed).toMatchObject({ msg: 'talk.failed', citizenId: 'citizen-1', error: { name: 'TypeError' } });
    expect(givenUp.error).toMatchObject({ name: 'PrinterFailed', code: 'crashed' });
    expect(started).toMatchObject({ msg: 'started', port: 1 });
  });
});
