import { beforeEach, describe, expect, it } from 'vitest';
import { command } from '#domain/conversation/commands.ts';
import type { InboundContent, MediaRef } from '#domain/conversation/message.ts';
import { SimulatedTalk, translator } from '#test/kit/dialogue.ts';

const aFile = (kind: MediaRef['kind'], more: Partial<MediaRef> = {}): InboundContent => ({
  type: 'media',
  media: { ref: `file-${kind}`, kind, mime: 'application/octet-stream', ...more },
});

let talk: SimulatedTalk;
const hears = (content: InboundContent) =>
  talk.hear({ type: 'heard', content }).map(({ text }) => translator.say(text, 'en'));
/** What the officer is told since the last look. */
const passedOn = () =>
  talk.wishes.splice(0).flatMap((wish) => (wish.type === 'tell-officer' ? [translator.say(wish.said, 'en')] : []));

beforeEach(() => {
  talk = new SimulatedTalk('en', '2026-03-23T05:00:00.000Z');
});

describe('what a citizen sends to an officer who is in the talk', () => {
  beforeEach(() => {
    talk.conversation = { ...talk.conversation, person: { handoverId: 'talk-1', isHere: true } };
  });

  it('is told to him as what it is', () => {
    hears({ type: 'media', media: { ref: 'f', kind: 'image', mime: 'image/jpeg' }, caption: 'the notice' });
    hears(aFile('document', { fileName: 'notice.pdf' }));
    hears({ type: 'location', latitude: 28.65, longitude: 77.19, address: 'Karol Bagh' });
    hears({ type: 'contact', phones: ['+910000000001', '+910000000002'] });
    hears(aFile('sticker'));
    expect(passedOn()).toEqual([
      'Photo\nthe notice',
      'Document\nnotice.pdf',
      'Place: Karol Bagh · 28.65000,77.19000',
      'Contact: +910000000001, +910000000002',
      'Sticker',
    ]);
  });

  it('ends notices where it is the word STOP, whoever is there', () => {
    expect(hears({ type: 'text', text: ' Stop ' })).toEqual([expect.stringMatching(/did not ask for/)]);
    expect(talk.conversation.noticesStopped).toBe(true);
    expect(passedOn()).toEqual([]);
    hears({ type: 'text', text: 'the shop is band' });
    expect(passedOn()).toEqual(['the shop is band']);
  });

  it('is kept for him where it is a photo, a document or a voice note, also while a form is open', () => {
    talk.wishes.length = 0;
    hears({ type: 'choice', id: command.apply('birth-certificate') });
    for (const kind of ['image', 'document', 'audio'] as const) expect(hears(aFile(kind))).toEqual([]);
    const kept = talk.wishes.flatMap((wish) => (wish.type === 'accept-paper' ? [wish.paperId] : []));
    const told = talk.wishes.flatMap((wish) => (wish.type === 'tell-officer' ? [wish.paper] : []));
    expect(kept).toHaveLength(3);
    expect(told).toEqual(kept);
  });

  it('is not kept where it is a video, and the citizen hears what to send instead', () => {
    expect(hears(aFile('video'))).toEqual([expect.stringMatching(/photo or a PDF/)]);
    expect(talk.wishes.map(({ type }) => type)).toEqual(['tell-officer']);
  });

  it('and could not be kept, the citizen hears about', () => {
    hears(aFile('document'));
    const [paperId = ''] = talk.conversation.person?.files ?? [];
    const reading = { quality: 'unusable', facts: {}, problems: ['tooLarge'] } as const;
    const said = talk.hear({ type: 'paper-read', paperId, reading });
    expect(said.map(({ text }) => translator.say(text, 'en'))).toEqual([expect.stringMatching(/too large/)]);
    expect(talk.hear({ type: 'paper-lost', paperId: 'another' })).toEqual([]);
  });

  it('by voice, he reads in words too where notes are written down', () => {
    talk.hearsVoice = true;
    hears(aFile('audio'));
    const [noteId = ''] = talk.conversation.person?.files ?? [];
    expect(talk.wishes.map(({ type }) => type)).toEqual(['tell-officer', 'accept-paper', 'transcribe']);
    expect(talk.hear({ type: 'transcribed', noteId, text: 'dukaan seal ho gayi' })).toEqual([]);
    expect(passedOn().at(-1)).toContain('dukaan seal ho gayi');
    expect(talk.hear({ type: 'not-transcribed', noteId, why: 'noWords' })).toEqual([]);
    expect(talk.conversation.voice).toBeUndefined();
  });
});

describe('a citizen who writes after the officer has gone home', () => {
  it('hears once when it is read', () => {
    talk.conversation = { ...talk.conversation, person: { handoverId: 'talk-1', isHere: true } };
    const told = (opensAt: string) =>
      talk.hear({ type: 'passed-on', opensAt }).map(({ text }) => translator.say(text, 'en'));
    expect(told('2026-03-24T04:00:00.000Z')).toEqual([expect.stringMatching(/24 March 2026.* from 09:30/)]);
    expect(told('2026-03-24T04:00:00.000Z')).toEqual([]);
    expect(told('2026-03-25T04:00:00.000Z')).toHaveLength(1);
    expect(talk.hear({ type: 'passed-on' })).toEqual([]);
  });
});

describe('a photo for an officer who has not come yet', () => {
  beforeEach(() => {
    talk.conversation = { ...talk.conversation, person: { handoverId: 'talk-1', isHere: false } };
  });

  it('is kept for him where nothing else wants it', () => {
    expect(hears(aFile('image'))).toEqual([expect.stringMatching(/Noted for the person/)]);
    expect(passedOn()).toEqual(['Photo']);
  });
});
