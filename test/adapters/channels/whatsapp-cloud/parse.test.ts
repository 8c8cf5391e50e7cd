import { describe, expect, it } from 'vitest';
import { parse } from '#adapters/channels/whatsapp-cloud/parse.ts';

const receivedAt = '2026-03-05T04:30:00.000Z';
const asha = { wa_id: '910000000001', user_id: 'IN.1', profile: { name: 'Asha' } };
const text = { from: '910000000001', id: 'wamid.1', timestamp: '1772683200', type: 'text', text: { body: 'hi' } };

/** What is heard of one message as it comes in a webhook. */
function heard(message: object, contacts: readonly object[] = [asha]) {
  const value = { messaging_product: 'whatsapp', contacts, messages: [message] };
  const body = { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
  return parse(body, { receivedAt })?.messages;
}

describe('what a WhatsApp message says', () => {
  it.each(['0', '-5', 'yesterday', '1e99', '999999999999', undefined])('came now when its time is %s', (timestamp) => {
    expect(heard({ ...text, timestamp })?.[0]?.at).toBe(receivedAt);
  });

  it.each([
    ['no id', { id: '' }],
    ['an id longer than any key', { id: 'w'.repeat(513) }],
    ['nobody who sent it', { from: undefined }],
  ])('is nothing when it has %s', (_name, broken) => {
    expect(heard({ ...text, ...broken }, [])).toEqual([]);
  });

  it('takes nothing from the card of somebody else', () => {
    expect(heard({ ...text, from: '910000000002' })).toMatchObject([
      { from: [{ kind: 'phone', address: '+910000000002' }] },
    ]);
    expect(heard({ ...text, from: '910000000002' })?.[0]).not.toHaveProperty('profileName');
  });

  it('is from whoever the only card names when the message itself does not say', () => {
    expect(heard({ ...text, from: undefined })?.[0]?.from[0].address).toBe('+910000000001');
  });

  it('carries no word of a stranger into what is logged', () => {
    const type = 'call +910000000001';
    expect(heard({ ...text, type })?.[0]?.content).toEqual({ type: 'unsupported', what: 'unknown' });
  });

  it('is a file that is too large when Meta could not take it in', () => {
    const errors = [{ code: 131052, title: 'Media download error' }];
    for (const type of ['document', 'video', 'unsupported'])
      expect(heard({ ...text, type, errors })?.[0]?.content).toEqual({ type: 'unsupported', what: 'too-large' });
  });

  it('says that words were edited afterwards, and nothing of what was only pinned or voted for', () => {
    const passedOn = (type: string) => heard({ ...text, type: 'unsupported', unsupported: { type } })?.[0]?.content;
    expect(passedOn('edit')).toEqual({ type: 'unsupported', what: 'edited' });
    expect(passedOn('pin')).toEqual({ type: 'silent', what: 'pin' });
    expect(passedOn('poll_update')).toEqual({ type: 'silent', what: 'poll_update' });
    expect(passedOn('group_invite')).toEqual({ type: 'unsupported', what: 'group_invite' });
  });

  describe('when somebody shows the number that he hides', () => {
    const hidden = { ...text, type: 'contacts', from: undefined, from_user_id: 'IN.1' };
    const card = (phone: string, origin?: string) => ({ phones: [{ phone, wa_id: phone.slice(1) }], origin });
    const shows = (...contacts: object[]) => heard({ ...hidden, contacts }, [{ user_id: 'IN.1' }])?.[0];

    it('is his own by the answer to our request', () => {
      const shown = shows(card('+910000000001', 'contact_request'));
      expect(shown?.content).toEqual({ type: 'contact', phones: ['+910000000001'], isOwn: true });
    });

    it.each([
      ['a card that he sends of himself', [card('+910000000001')]],
      ['another’s card', [card('+910000000002', 'other')]],
      ['two numbers', [card('+910000000001', 'contact_request'), card('+910000000002')]],
    ])('proves nothing by %s', (_name, cards) => {
      expect(shows(...cards)?.content).not.toHaveProperty('isOwn');
    });
  });

  it('is from the user id that is given up where that alone stands as the sender', () => {
    const system = { type: 'user_changed_user_id', user_id: 'IN.2', body: 'User A changed from IN.1 to IN.2' };
    const changed = heard({ ...text, from: 'IN.1', type: 'system', system }, [])?.[0];
    expect(changed?.from.map(({ address }) => address)).toEqual(['IN.1', 'IN.2']);
    expect(changed?.leaves?.map(({ address }) => address)).toEqual(['IN.1']);
  });

  it('is not understood when a part that it needs is missing', () => {
    expect(heard({ ...text, text: {} })?.[0]?.content).toEqual({ type: 'unsupported', what: 'text' });
    expect(heard({ ...text, type: 'location', location: { latitude: 91, longitude: 0 } })?.[0]?.content.type).toBe(
      'unsupported',
    );
  });
});
