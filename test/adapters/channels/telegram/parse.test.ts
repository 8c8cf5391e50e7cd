import { describe, expect, it } from 'vitest';
import { parse } from '#adapters/channels/telegram/parse.ts';
import { command } from '#domain/conversation/commands.ts';

const receivedAt = '2026-03-05T04:30:00.000Z';
const asha = { id: 9_000_000_001, is_bot: false, first_name: 'Asha' };
const chat = { id: 9_000_000_001, type: 'private', first_name: 'Asha' };
const text = { message_id: 41, from: asha, chat, date: 1_772_683_200, text: 'hi' };

/** What is heard of one message as it comes in an update. */
const heard = (message: object) => parse({ update_id: 1, message }, { receivedAt })?.messages ?? [];
const contentOf = (message: object) => heard({ ...text, text: undefined, ...message })[0]?.content;

describe('what a Telegram update says', () => {
  it.each([0, -5, 'yesterday', 1e99, 999_999_999_999, undefined])('came now when its time is %s', (date) => {
    expect(heard({ ...text, date })[0]?.at).toBe(receivedAt);
  });

  it.each([
    ['no number', { message_id: undefined }],
    ['no chat', { chat: undefined }],
    ['nobody who sent it', { from: undefined }],
    ['a group to which it was said', { chat: { ...chat, type: 'group' } }],
    ['nothing that we know in it', { text: undefined, hologram: {} }],
  ])('is nothing when it has %s', (_name, broken) => {
    expect(heard({ ...text, ...broken })).toEqual([]);
  });

  it.each([[undefined], ['text'], [[]], [{}], [{ update_id: 'one' }]])('is no update at all when it is %j', (body) => {
    expect(parse(body, { receivedAt })).toBeUndefined();
  });

  it('is not understood when a part that it needs is missing', () => {
    expect(contentOf({ document: {} })).toEqual({ type: 'unsupported', what: 'document' });
    expect(contentOf({ photo: [] })).toEqual({ type: 'unsupported', what: 'photo' });
    expect(contentOf({ location: { latitude: 91, longitude: 0 } })).toEqual({ type: 'unsupported', what: 'location' });
  });

  it.each([
    ['/start', command.start],
    ['/start@SandeshBot', command.start],
    ['/start ref_7', command.start],
    [`/start ${command.apply('birth-certificate').replaceAll('/', '__')}`, command.apply('birth-certificate')],
    ['/start service__pet-registration__info', command.info('pet-registration')],
    ['/start data__erase-yes', command.start],
    ['/start application__1__withdraw-yes', command.start],
  ])('is a tap when it is %s', (said, id) => {
    expect(contentOf({ text: said })).toEqual({ type: 'choice', id });
  });

  it.each(['qr', 'email'])('tells that the link stood in a %s', (by) => {
    expect(contentOf({ text: `/start by-${by}` })).toEqual({ type: 'choice', id: command.start, by });
  });

  it.each([
    ['/help', 'help'],
    ['/language hi', 'language hi'],
    ['/starting', 'starting'],
    ['/ 12', '/ 12'],
    ['12/3 Gali 4', '12/3 Gali 4'],
    ['/12 Gali 4', '/12 Gali 4'],
  ])('reads %j as %j', (said, understood) => {
    expect(contentOf({ text: said })).toEqual({ type: 'text', text: understood });
  });

  it.each([
    ['still', {}, 'image/webp'],
    ['moving', { is_animated: true }, 'application/x-tgsticker'],
    ['filmed', { is_video: true }, 'video/webm'],
  ])('knows the type of a %s sticker', (_name, flags, mime) => {
    expect(contentOf({ sticker: { file_id: 'S', ...flags } })).toMatchObject({ media: { kind: 'sticker', mime } });
  });

  it('takes a card for proof only when it is of the very account that sent it', () => {
    const addresses = (contact: object) =>
      heard({ ...text, text: undefined, contact })[0]?.from.map(({ address }) => address);
    expect(addresses({ phone_number: '+910000000001', user_id: asha.id })).toEqual(['9000000001', '+910000000001']);
    expect(addresses({ phone_number: '+910000000001', user_id: asha.id + 1 })).toEqual(['9000000001']);
    expect(addresses({ phone_number: '+910000000001' })).toEqual(['9000000001']);
    expect(addresses({ phone_number: 'my number', user_id: asha.id })).toEqual(['9000000001']);
  });

  it('is no correction where a place moves on', () => {
    const moved = { ...text, text: undefined, edit_date: 1_772_683_260, location: { latitude: 1, longitude: 2 } };
    expect(parse({ update_id: 1, edited_message: moved }, { receivedAt })?.messages).toEqual([]);
  });

  it('gives each correction of a message an id of its own', () => {
    const ids = [1_772_683_260, 1_772_683_320].map(
      (edit_date) => parse({ update_id: 1, edited_message: { ...text, edit_date } }, { receivedAt })?.messages[0]?.id,
    );
    expect(new Set([...ids, heard(text)[0]?.id]).size).toBe(3);
  });
});
