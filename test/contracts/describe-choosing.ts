import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worded } from '#application/notification/worded.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { missing } from '#test/kit/choosing.ts';
import { translator } from '#test/kit/dialogue.ts';
import { anyScreen } from './any-screen.ts';
import { RUNS, type SendingCase } from './describe-sending.ts';
import { digitsOf, optionsIn, type Shown, type ShownOption, type Tappable } from './shown.ts';

export interface ChoosingCase extends SendingCase {
  /** What is heard of a text that somebody types on this channel. */
  hearsText(text: string): Promise<InboundContent>;
  /** What is heard of a tap on what was shown; absent where nothing can be tapped. */
  hearsTap?(option: Tappable, among: readonly Shown[]): Promise<InboundContent>;
}

/** A counterexample is made smaller for so long. */
const SEARCH = { interruptAfterTimeLimit: 15_000 };

/**
 * The law of everything that can be chosen: put into words, sent, read, and answered by what a person would type or tap,
 * it is understood as just that choice. `open` is called once.
 */
export function describeChoosing(name: string, open: () => Promise<ChoosingCase>): void {
  describe(`${name}, choosing`, () => {
    let channel: ChoosingCase;
    beforeAll(async () => {
      channel = await open();
    });
    afterAll(() => channel.close());

    it('shows every choice, and understands each by its number, its label or a tap', async () => {
      await fc.assert(
        fc.asyncProperty(anyScreen, async ({ talk, said }) => {
          const { language } = talk.conversation;
          const { capabilities } = channel.channel;
          const message = worded(said, language, talk.translator, undefined, undefined, capabilities.variant);
          channel.shown();
          await channel.channel.send(message, channel.to);
          const shown = channel.shown();
          const options = optionsIn(shown, translator.of('form.orWrite'));
          expect(options.length).toBe(said.choices?.length);
          for (const [at, { id }] of (said.choices ?? []).entries()) {
            const option = options[at];
            if (!option) throw new Error('not shown');
            const texts = waysToType(option, language, options);
            const heard: InboundContent[] = [];
            for (const text of texts) heard.push(await channel.hearsText(text));
            const tapped = 'id' in option ? await channel.hearsTap?.(option, shown) : undefined;
            const wrong = missing(talk, id, [...heard, ...(tapped ? [tapped] : [])]);
            expect(wrong, `${JSON.stringify(message, undefined, 1)}\n${id}`).toEqual([]);
          }
        }),
        { numRuns: channel.runs ?? RUNS, ...SEARCH },
      );
    });
  });
}

const ordinals = [
  ...['first', 'doosra', 'तीसरा', 'chautha wala', '5th', 'chhathi', 'सातवां', 'eighth', 'nauva', 'daswan'],
] as const;

/** What somebody would type who wants this one of the options that he sees. */
function waysToType(option: ShownOption, language: string, among: readonly ShownOption[]): readonly string[] {
  const { title } = option;
  const labels = [title, title.toUpperCase(), title.toLowerCase(), `${title}.`, ` ${title}  `];
  if (!('number' in option)) return labels;
  const { number } = option;
  const ordinal = ordinals[Number(number) - 1];
  const numbers = [
    number,
    digitsOf(number, 'hi'),
    digitsOf(number, language),
    `${number}.`,
    `(${number})`,
    `${number})`,
  ];
  const lines = [`${number} ${title}`, `${number}. ${title}`];
  return [
    ...labels,
    ...numbers,
    `option ${number}`,
    // Where it stands in a label it means that.
    ...(ordinal === undefined || stands(ordinal, among) ? [] : [ordinal]),
    // "2 acre" may be another one's label.
    ...lines.filter((line) => !among.some((other) => other.title === line.replace('.', ''))),
  ];
}

const stands = (word: string, among: readonly ShownOption[]): boolean =>
  among.some(({ title }) => title.toLowerCase().includes(word.split(' ')[0] ?? ''));
