import { beforeEach, describe, expect, it } from 'vitest';
import { KeepKiosks } from '#application/assisting/keep-kiosks.ts';
import { aWorld, keyedHash, noWakeup, type World } from '#test/kit/fakes.ts';

const place = 'Karol Bagh';
const KIOSK = { id: 'K-04', place };

let world: World;
let ended: string[];
let kiosks: KeepKiosks;

const keeping = (installation: { demoPlace?: string }) => {
  const { store, clock, ids } = world;
  const assisting = { endAt: async (id: string, why: string) => void ended.push(`${id} ${why}`) };
  return new KeepKiosks(
    { enrolmentMinutes: 60 },
    installation,
    store.kiosks,
    assisting,
    store.auditLog,
    keyedHash,
    store.transactions,
    noWakeup,
    clock,
    ids,
  );
};
beforeEach(() => {
  world = aWorld();
  ended = [];
  kiosks = keeping({});
});

const enrolled = async (publicKey = 'key-1') => {
  const { code } = await kiosks.expectDevice('admin', KIOSK);
  return kiosks.enrol('kamla', { code, publicKey });
};
const audited = async () =>
  (await world.store.auditLog.after(0, 100)).map(
    (each) => `${each.who} ${each.what} ${each.kiosk?.id}, ${each.kiosk?.place}`,
  );

describe('a kiosk', () => {
  it('waits for a device, and is that device once it comes with the code', async () => {
    const { code, until } = await kiosks.expectDevice('admin', KIOSK);
    expect(await kiosks.all()).toEqual([{ ...KIOSK, state: 'awaited', awaitedUntil: until }]);
    await expect(kiosks.keyOf('K-04')).rejects.toThrow('kioskUnknown');
    await kiosks.enrol('kamla', { code: ` ${code.toLowerCase().replaceAll('-', ' ')} `, publicKey: 'key-1' });
    expect(await kiosks.keyOf('K-04')).toBe('key-1');
    expect(await kiosks.find('K-04')).toEqual({ ...KIOSK, state: 'enrolled' });
    expect(await audited()).toEqual([
      'officer:admin expect-kiosk K-04, Karol Bagh',
      'officer:kamla enrol-kiosk K-04, Karol Bagh',
    ]);
  });

  it('takes a code once and for an hour', async () => {
    const { code } = await kiosks.expectDevice('admin', KIOSK);
    world.clock.advance(60);
    await expect(kiosks.enrol('kamla', { code, publicKey: 'late' })).rejects.toThrow('enrolmentUnknown');
    const { code: again } = await kiosks.expectDevice('admin', KIOSK);
    await kiosks.enrol('kamla', { code: again, publicKey: 'first' });
    await expect(kiosks.enrol('kamla', { code: again, publicKey: 'second' })).rejects.toThrow('enrolmentUnknown');
    expect(await kiosks.keyOf('K-04')).toBe('first');
  });

  it('goes on with its device until another one comes with a new code', async () => {
    await enrolled('old');
    const { code } = await kiosks.expectDevice('admin', { ...KIOSK, place: 'Karol Bagh, first floor' });
    expect(await kiosks.keyOf('K-04')).toBe('old');
    expect(await kiosks.enrol('kamla', { code, publicKey: 'new' })).toMatchObject({ place: 'Karol Bagh, first floor' });
    expect(await kiosks.keyOf('K-04')).toBe('new');
  });

  it('serves nobody once it is disabled, also by another device, and goes on as it was when it is enabled', async () => {
    await enrolled();
    const { code } = await kiosks.expectDevice('admin', KIOSK);
    await kiosks.disable('admin', 'K-04');
    expect(ended).toEqual(['K-04 disabled']);
    expect(await kiosks.disabled()).toEqual(new Set(['K-04']));
    await expect(kiosks.keyOf('K-04')).rejects.toThrow('kioskDisabled');
    await expect(kiosks.enrol('kamla', { code, publicKey: 'other' })).rejects.toThrow('kioskDisabled');
    await kiosks.enable('admin', 'K-04');
    expect(await kiosks.keyOf('K-04')).toBe('key-1');
    expect((await audited()).slice(3)).toEqual([
      'officer:admin disable-kiosk K-04, Karol Bagh',
      'officer:admin enable-kiosk K-04, Karol Bagh',
    ]);
  });

  it('cannot be disabled where there is none', async () => {
    await expect(kiosks.disable('admin', 'K-99')).rejects.toThrow('kioskUnknown');
    await expect(kiosks.enable('admin', 'K-99')).rejects.toThrow('kioskUnknown');
  });

  it('stands up by itself in a demonstration and nowhere else', async () => {
    await expect(kiosks.enrolItself('kamla', 'key-1')).rejects.toThrow('enrolmentUnknown');
    const demo = keeping({ demoPlace: place });
    const both = await Promise.all(['key-1', 'key-2'].map((key) => demo.enrolItself('kamla', key)));
    expect(both.map(({ id }) => id).sort()).toEqual(['K-01', 'K-02']);
    expect(both.map((each) => each.place)).toEqual([place, place]);
  });
});
