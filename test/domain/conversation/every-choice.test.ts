import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { shownAs } from '#adapters/channels/kiosk/content.ts';
import { smsTexts } from '#adapters/channels/sms-menu.ts';
import { segmentsOf } from '#adapters/channels/sms-segments.ts';
import { render as renderTelegram } from '#adapters/channels/telegram/render.ts';
import { render as renderWhatsApp } from '#adapters/channels/whatsapp-cloud/render.ts';
import { validMessage } from '#adapters/stand-ins/graph-api/validate.ts';
import { requireKeyboard, requireText, sentText, validated } from '#adapters/stand-ins/telegram/validate.ts';
import { worded } from '#application/notification/worded.ts';
import type { WordedMessage } from '#application/ports/out/channel.ts';
import { languages } from '#config/languages.ts';
import { services } from '#config/services/index.ts';
import { questionsOf } from '#domain/catalogue/expand-list.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import { shownOf as shownOnTelegram } from '#test/adapters/channels/telegram/shows.ts';
import { shownOf as shownOnWhatsApp } from '#test/adapters/channels/whatsapp-cloud/shows.ts';
import { digitsOf, optionsIn, type Shown, type ShownOption } from '#test/contracts/shown.ts';
import { missing } from '#test/kit/choosing.ts';
import { type SimulatedTalk, translator } from '#test/kit/dialogue.ts';
import { playPlainly } from '#test/kit/plain-dialogue.ts';
import { rareScreens } from '#test/kit/rare-screens.ts';
import { play } from '#test/kit/transcript.ts';

/** Nobody reads more on a keypad phone, and each is paid for. */
const MOST_SEGMENTS = 10;
/** What the kiosk's line carries in one frame. */
const MOST_BYTES = 64 * 1024;

/** A message as each channel shows it. @throws where the provider would not take it */
const channels: Readonly<Record<string, (message: WordedMessage) => readonly Shown[]>> = {
  whatsapp: (message) =>
    renderWhatsApp(message).map((payload) =>
      shownOnWhatsApp(validMessage({ messaging_product: 'whatsapp', to: '+910000000001', ...payload })),
    ),
  telegram: (message) =>
    renderTelegram(message).map((payload) => {
      if (payload.type !== 'text') throw new Error('a file');
      const sent = validated(sentText, { chat_id: 1, text: payload.text, reply_markup: payload.keyboard });
      requireText(sent.text);
      requireKeyboard(sent.reply_markup);
      return shownOnTelegram(sent);
    }),
  kiosk: (message) => {
    const { text, choices = [] } = shownAs(message);
    if (Buffer.byteLength(JSON.stringify(shownAs(message))) > MOST_BYTES) throw new Error('too large a frame');
    return [{ text, buttons: choices.map(({ id, label }) => ({ id, title: label })) }];
  },
  sms: (message) => {
    const texts = smsTexts(message);
    const long = texts.filter((text) => segmentsOf(text).length > MOST_SEGMENTS);
    if (long.length > 0) throw new Error(`${segmentsOf(long[0] ?? '').length} segments`);
    return texts.map((text) => ({ text }));
  },
};

const tapped = (id: string): TalkEvent => ({ type: 'heard', content: { type: 'choice', id } });

const wrong: string[] = [];
const seen = new Set<string>();
/** Keys of the labels that were seen. */
const labels = new Set<string>();

/** Looks at a screen as it is on every channel, in every language, and at what "More" leads to. */
function look(talk: SimulatedTalk, said: readonly OutboundMessage[]): void {
  for (const screen of said) {
    const key = keyOf(screen);
    if (seen.has(key)) continue;
    seen.add(key);
    check(talk, screen);
    const more = screen.choices?.find(({ id }) => /(^|\/)(more|categories|category)\//.test(id));
    if (!more) continue;
    const further = talk.fork();
    look(further, further.hear(tapped(more.id)));
  }
}

/** What is shown is looked at once. */
const keyOf = ({ text, choices, link }: OutboundMessage): string =>
  JSON.stringify([text, choices?.map(({ label }) => label), link?.label]).replaceAll(/id-\d+/g, 'id');

/** Choices are made once, for each kind of question that has just these. */
function choicesKeyOf({ conversation: { form }, catalogue }: SimulatedTalk, { choices = [] }: OutboundMessage): string {
  const service = form && catalogue.find(form.serviceId);
  const { asking } = form ?? {};
  const asked =
    service && asking?.what === 'question'
      ? questionsOf(service, form.answers).find(({ id }) => id === asking.question)
      : undefined;
  return JSON.stringify([choices.map(({ label }) => label), asking?.what, asked?.type, asked?.min]).replaceAll(
    /id-\d+/g,
    'id',
  );
}

function check(talk: SimulatedTalk, screen: OutboundMessage): void {
  const { choices = [] } = screen;
  for (const { label } of choices) if ('key' in label) labels.add(label.key);
  const ways = choices.map(() => new Set<string>());
  // The digits of all scripts are read by one rule: each screen is answered in those of one language.
  const writes = languages[seen.size % languages.length]?.code;
  for (const { code } of languages) {
    for (const [channel, shows] of Object.entries(channels)) {
      if (!comes(screen, channel)) continue;
      for (const [at, option] of optionsShown(channel, code, screen, shows).entries()) {
        ways[at]?.add(option.title);
        if ('number' in option && code === writes) ways[at]?.add(digitsOf(option.number, code));
      }
    }
  }
  const key = choicesKeyOf(talk, screen);
  if (seen.has(key)) return;
  seen.add(key);
  for (const [at, texts] of ways.entries()) wrong.push(...missed(talk, choices[at]?.id ?? '', [...texts]));
}

/** What was heard in a voice note is asked about where one can be sent. */
const comes = ({ choices = [] }: OutboundMessage, channel: string): boolean =>
  channel !== 'sms' || !choices.some(({ id }) => id.startsWith('voice/'));

function optionsShown(
  channel: string,
  language: string,
  screen: OutboundMessage,
  shows: (message: WordedMessage) => readonly Shown[],
): readonly ShownOption[] {
  const message = worded(screen, language, translator, undefined, undefined, channel === 'sms' ? 'sms' : undefined);
  const { choices = [] } = message;
  try {
    const shown = shows(message);
    const options = choices.length > 0 ? optionsIn(shown, translator.of('form.orWrite')) : [];
    if (options.length === choices.length) return options;
    wrong.push(`${channel} shows ${options.length} of ${choices.length} choices in ${language}: ${message.text}`);
  } catch (error) {
    wrong.push(`${channel} does not take it in ${language}: ${String(error)}: ${message.text}`);
  }
  return [];
}

const missed = (talk: SimulatedTalk, id: string, texts: readonly string[]): readonly string[] =>
  missing(
    talk,
    id,
    texts.map((text) => ({ type: 'text', text })),
  ).map((content) => `${JSON.stringify(content)} is not ${id}`);

const folder = new URL('./transcripts/', import.meta.url);
const transcripts = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** Whatever the platform says with choices: in each service, in each transcript, and what neither comes to. */
const plays: ReadonlyMap<string, () => void> = new Map([
  ...services.map((service) => [service.id, () => void playPlainly(service, 'hi', undefined, look)] as const),
  ...transcripts.map((name) => [name, () => void play(readFileSync(new URL(name, folder), 'utf8'), look)] as const),
  ...Object.entries(rareScreens).map(([name, show]) => [name, () => show(look)] as const),
]);

describe('every choice can be made by what is shown, on every channel and in every language', () => {
  const wrongIn = new Map<string, readonly string[]>();
  beforeAll(() => {
    for (const [name, playIt] of plays) {
      playIt();
      wrongIn.set(name, wrong.splice(0));
    }
  });

  it.each([...plays.keys()])('%s', (name) => {
    expect(wrongIn.get(name)).toEqual([]);
  });

  it('whatever sentence the talk offers to choose', () => {
    expect(sentencesOffered().filter((key) => !labels.has(key))).toEqual([]);
  });
});

/** The keys of labels that stand in the code of the talk. */
function sentencesOffered(): readonly string[] {
  const code = new URL('../../../domain/conversation/', import.meta.url);
  return readdirSync(code)
    .map((name) => readFileSync(new URL(name, code), 'utf8'))
    .flatMap((source) => [...source.matchAll(/\bchoice\([^;]*?,\s*'([a-z]\w*\.\w+)'/gi)])
    .flatMap(([, key = '']) => key);
}
