import { describe, expect, it } from 'vitest';
import { type SmsEntry, smsPhone } from '#adapters/web/simulator/sms-phone.ts';

const entry = (direction: SmsEntry['direction'], text: string): SmsEntry => ({
  id: text,
  direction,
  type: 'sms',
  user: '+910000000001',
  at: 0,
  text,
});

describe('the keypad phone of the simulator', () => {
  it('writes texts, shows the talk, and sends nothing that such a phone cannot', async () => {
    const sent: string[] = [];
    const phone = smsPhone({
      sendAs: async (user, text) => sent.push(`${user} ${text}`),
      call: async (user) => sent.push(`${user} rings`),
      failNext: (failure) => void sent.push(failure),
      transcript: () => [entry('to-us', 'pension'), entry('from-us', '1 …'), { ...entry('to-us', ''), type: 'call' }],
      subscribe: (listener) => {
        listener({ entry: entry('from-us', 'new') });
        return () => {};
      },
    });
    await phone.act({ user: '+910000000001' }, { type: 'text', text: 'pension' });
    await phone.act({ user: '+910000000001' }, { type: 'choice', id: 'menu/services' });
    await phone.call?.({ user: '+910000000001' });
    for (const how of phone.mishaps ?? []) phone.fail?.(how);
    expect(sent).toEqual(['+910000000001 pension', '+910000000001 rings', 'server-error', 'unreachable-later']);
    expect(phone.bubbles('+910000000001').map(({ isMine, text, isCall }) => [isMine, text, isCall])).toEqual([
      [true, 'pension', undefined],
      [false, '1 …', undefined],
      [true, '', true],
    ]);
    const heard: string[] = [];
    phone.subscribe(({ text = '' }) => heard.push(text));
    expect(heard).toEqual(['new']);
  });
});
