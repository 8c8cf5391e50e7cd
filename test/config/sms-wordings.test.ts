import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smsCapabilities, smsTexts } from '#adapters/channels/sms-menu.ts';
import { segmentsOf } from '#adapters/channels/sms-segments.ts';
import { worded } from '#application/notification/worded.ts';
import { languages } from '#config/languages.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import type { Language } from '#domain/shared/language.ts';
import { texts, translator } from '#test/kit/dialogue.ts';
import { play } from '#test/kit/transcript.ts';

const VARIANT = '_sms';

type Branch = { readonly [key: string]: string | Branch };
const flat = (branch: Branch, prefix = ''): [string, string][] =>
  Object.entries(branch).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${name}`, value]] : flat(value, `${prefix}${name}.`),
  );

interface Pair {
  readonly key: string;
  readonly usual: string;
  readonly short: string;
}

function pairsIn(language: Language): readonly Pair[] {
  const sentences = new Map(flat(texts[language] as Branch));
  return [...sentences]
    .filter(([key]) => key.endsWith(VARIANT))
    .map(([key, short]) => ({ key, short, usual: sentences.get(key.slice(0, -VARIANT.length)) ?? '' }));
}

const gapsIn = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap]) => gap ?? '');

/** What a citizen has to have in hand afterwards, or the message was in vain. */
const NECESSARY: ReadonlySet<string> = new Set([
  ...['amount', 'acknowledgementNumber', 'number', 'link', 'code', 'minutes', 'dueOn', 'slot'],
  ...['reason', 'note', 'question', 'time', 'department'],
]);
/** The name of the department is told with the consent, and need not stand again on the summary. */
const MAY_GO = new Map([['form.summary_sms', 'department']]);

/** Amounts, days, telephone numbers and the words that are commands. */
const factsIn = (text: string): readonly string[] => text.match(/₹?\d[\d,]*|STOP|START|OTP|PIN\b/g) ?? [];

/** What can be done on a glass screen alone. */
const SMARTPHONE = /\b(?:tap|button|camera|clip|dabai\w+)\b|दबाइए|टैप|बटन|कैमर|क्लिप/i;
/** Pages, and what is only said where there are buttons, groups, number sharing or voice. */
const NOT_BY_SMS = [
  ...['kiosk.', 'simulator.', 'joinPage.', 'upload.', 'dashboard.', 'desk.', 'home.'],
  ...['talk.onlyInPrivate', 'talk.shareNumber', 'voice.'],
  // A camera that the law asks of a shop.
  'services.shop-registration.notices.night',
];

const complete = languages.filter(({ isComplete }) => isComplete).map(({ code }) => code);
const variants = new Set(complete.flatMap((language) => pairsIn(language).map(({ key }) => key)));

describe.each(complete)('the short wordings of SMS in %s', (language) => {
  it('are all there, and each of a sentence that there is', () => {
    const pairs = pairsIn(language);
    expect(variants.size).toBeGreaterThan(50);
    expect(pairs.map(({ key }) => key).sort()).toEqual([...variants].sort());
    expect(pairs.filter(({ usual }) => usual === '')).toEqual([]);
  });

  it('are shorter', () => {
    expect(pairsIn(language).filter(({ short, usual }) => short.length >= usual.length)).toEqual([]);
  });

  it('stand wherever the usual words speak of what a keypad phone does not have', () => {
    const sentences = flat(texts[language] as Branch);
    const short = new Set(sentences.map(([key]) => key).filter((key) => key.endsWith(VARIANT)));
    const withoutShort = sentences
      .filter(([key, text]) => SMARTPHONE.test(text) && !key.endsWith(VARIANT) && !short.has(`${key}${VARIANT}`))
      .map(([key]) => key);
    expect(withoutShort.filter((key) => !NOT_BY_SMS.some((start) => key.startsWith(start)))).toEqual([]);
    expect(sentences.filter(([key, text]) => key.endsWith(VARIANT) && SMARTPHONE.test(text))).toEqual([]);
  });

  it('keep every amount, number, day and link', () => {
    for (const { key, usual, short } of pairsIn(language)) {
      const needed = gapsIn(usual).filter((gap) => NECESSARY.has(gap) && MAY_GO.get(key) !== gap);
      expect(gapsIn(short), key).toEqual(expect.arrayContaining(needed));
      expect(gapsIn(usual), key).toEqual(expect.arrayContaining([...gapsIn(short)]));
      expect(factsIn(short), key).toEqual(expect.arrayContaining([...factsIn(usual)]));
    }
  });
});

describe.each([
  { name: 'birth-hindi', language: 'hi', atMost: 0.85 },
  { name: 'property-tax-hindi', language: 'hi', atMost: 0.85 },
  { name: 'birth-hinglish', language: 'hi-Latn', atMost: 0.95 },
  { name: 'income-english', language: 'en', atMost: 0.98 },
])('the whole journey $name', ({ name, language, atMost }) => {
  const transcript = new URL(`../domain/conversation/transcripts/${name}.txt`, import.meta.url);
  const said = play(readFileSync(transcript, 'utf8')).talk.said;
  const textsOf = (message: OutboundMessage, variant?: 'sms') =>
    smsTexts(worded(message, language, translator, undefined, undefined, variant));
  const segments = (message: OutboundMessage, variant?: 'sms') => textsOf(message, variant).flatMap(segmentsOf).length;
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

  it('takes fewer segments, and no message more', () => {
    const before = said.map((message) => segments(message));
    const after = said.map((message) => segments(message, smsCapabilities.variant));
    expect(after.filter((count, at) => count > (before[at] ?? 0))).toEqual([]);
    expect(sum(after) / sum(before)).toBeLessThanOrEqual(atMost);
  });

  it('tells every amount, acknowledgement number and link all the same', () => {
    const factsOf = (message: OutboundMessage, variant?: 'sms') =>
      textsOf(message, variant)
        .join('\n')
        .match(/https?:\S+|(?:₹|Rs )[\d,]+|\b[A-Z]+(?:-[A-Z0-9]+){2,}\b/g) ?? [];
    for (const message of said) expect(factsOf(message, 'sms')).toEqual(expect.arrayContaining([...factsOf(message)]));
  });
});
