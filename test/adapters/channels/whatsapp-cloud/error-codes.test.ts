import { describe, expect, it } from 'vitest';
import { failureOf, insteadOf } from '#adapters/channels/whatsapp-cloud/errors.ts';

const refused = (code: number, status = 400) =>
  failureOf({ answered: true, status, headers: new Headers(), bytes: new Uint8Array(), json: { error: { code } } });

/** Meta's list of errors: what helps after each. */
const again = [1, 2, 4, 80007, 130429, 131000, 131016, 131052, 131053, 131056, 131057, 133004, 133015];
const elsewhere = [130472, 130497, 131026, 131049, 131062, 131063, 132015, 132016, 132068, 132069, 137000];
const alarming = [
  ...[0, 190, 3, 10, 200, 299, 33, 100, 368, 131005, 131008, 131009, 131014, 131030, 131031, 131037, 131042, 131045],
  ...[131048, 131051, 131064, 132000, 132001, 132005, 132007, 132008, 132012, 133000, 133005, 133006, 133008, 133009],
  ...[133010, 133016, 134011, 135000],
];

describe('an error of WhatsApp', () => {
  it.each(again)('is worth another try: %i', (code) => {
    expect(refused(code)).toMatchObject({ retry: true, alarm: false, code: String(code) });
  });

  it.each(elsewhere)('sends the message by another channel: %i', (code) => {
    expect(refused(code)).toMatchObject({ retry: false, instead: 'other-channel', alarm: false });
    expect(insteadOf(code)).toBe('other-channel');
  });

  it.each(alarming)('sends the message by another channel, and calls somebody of ours: %i', (code) => {
    expect(refused(code, 500)).toMatchObject({ retry: false, instead: 'other-channel', alarm: true });
  });

  it.each([131021, 131050])('says nothing by any channel: %i', (code) => {
    expect(refused(code)).toMatchObject({ retry: false, instead: 'nothing', alarm: false });
    expect(insteadOf(code)).toBe('nothing');
  });

  it('asks for an approved text when the window has closed', () => {
    expect(refused(131047)).toMatchObject({ retry: false, instead: 'template' });
  });

  it.each([
    [4, 60],
    [80007, 60],
    [133004, 60],
    [131057, 300],
    [133015, 300],
  ])('waits as long as it takes before the next try: %i for %i seconds', (code, afterSeconds) => {
    expect(refused(code)).toMatchObject({ afterSeconds });
  });

  it.each([131052, 131053])('tries a file that was not taken once more and not oftener: %i', (code) => {
    expect(refused(code).tries).toBe(2);
    expect(refused(131000).tries).toBeUndefined();
  });
});
