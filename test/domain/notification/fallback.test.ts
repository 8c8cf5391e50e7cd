import { describe, expect, it } from 'vitest';
import { nextContactPoint } from '#domain/notification/fallback.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';

const whatsapp: ContactPoint = { channel: 'whatsapp', kind: 'user-id', address: 'IN.1' };
const sms: ContactPoint = { channel: 'sms', kind: 'phone', address: '+910000000001' };
const order = ['whatsapp', 'sms', 'telegram'] as const;

describe('the next contact point', () => {
  it('follows the order of the installation, each channel once', () => {
    expect(nextContactPoint([sms, whatsapp], order, [])).toEqual(whatsapp);
    expect(nextContactPoint([sms, whatsapp], order, ['whatsapp'])).toEqual(sms);
    expect(nextContactPoint([sms, whatsapp], order, ['whatsapp', 'sms'])).toBeUndefined();
  });

  it('is none by which the channel cannot reach anybody', () => {
    expect(nextContactPoint([{ channel: 'sms', kind: 'user-id', address: 'IN.1' }], order, [])).toBeUndefined();
    expect(
      nextContactPoint([{ channel: 'telegram', kind: 'phone', address: '+910000000001' }], order, []),
    ).toBeUndefined();
    const chat: ContactPoint = { channel: 'telegram', kind: 'user-id', address: '7' };
    expect(nextContactPoint([chat], order, [])).toEqual(chat);
  });
});
