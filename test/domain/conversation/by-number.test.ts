import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { smsTexts } from '#adapters/channels/sms-menu.ts';
import { withoutCostlySigns } from '#adapters/channels/sms-segments.ts';
import { worded } from '#application/notification/worded.ts';
import { services } from '#config/services/index.ts';
import { partsOf } from '#domain/conversation/commands.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import { type SimulatedTalk, translator } from '#test/kit/dialogue.ts';
import { playPlainly } from '#test/kit/plain-dialogue.ts';

const devanagari = (number: string): string =>
  number.replaceAll(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit)));
const typed = (text: string): TalkEvent => ({ type: 'heard', content: { type: 'text', text } });
const tapped = (id: string): TalkEvent => ({ type: 'heard', content: { type: 'choice', id } });

/** The number before each choice, as the SMS shows it. */
function numbersShown(message: OutboundMessage, { conversation: { language } }: SimulatedTalk): readonly string[] {
  const words = worded(message, language, translator, undefined);
  const text = smsTexts(words).join('\n');
  let from = 0;
  return (words.choices ?? []).map(({ label }) => {
    const lines = [label, withoutCostlySigns(label)].map((each) => new RegExp(`^(\\d+) ${escaped(each)}`, 'm'));
    const found = lines.map((line) => line.exec(text.slice(from))).find((each) => each !== null);
    if (!found) throw new Error(`"${label}" has no line in:\n${text}`);
    from += found.index + found[0].length;
    return found[1] ?? '';
  });
}

const escaped = (text: string): string => text.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Each choice of this screen is chosen as well by its number as by a tap; what does not do so, in words. */
function missed(talk: SimulatedTalk, screen: OutboundMessage): readonly string[] {
  const numbers = numbersShown(screen, talk);
  return (screen.choices ?? []).flatMap(({ id }, i) => {
    const number = numbers[i] ?? '';
    const said = talk.conversation.language === 'hi' ? devanagari(number) : number;
    return isChosen(talk, said, id) ? [] : [`${said} is not ${id}`];
  });
}

function isChosen(talk: SimulatedTalk, said: string, id: string): boolean {
  const byNumber = talk.fork();
  const heard = byNumber.hear(typed(said));
  const byTap = talk.fork();
  const tapHeard = byTap.hear(tapped(id));
  const [area, question = '', value = ''] = partsOf(id);
  // Who types one of several has answered, where a tap picks.
  if (area === 'answer' && isPicking(byTap, question)) return byNumber.conversation.form?.answers[question] === value;
  return isDeepStrictEqual([heard, byNumber.wishes], [tapHeard, byTap.wishes]);
}

const isPicking = ({ conversation: { form } }: SimulatedTalk, question: string): boolean =>
  form?.asking.what === 'question' && form.asking.question === question && form.asking.picked !== undefined;

/** Every other service in English: Hindi's digits and English's are read by the same rules. */
const spoken = services.map((service, at) => [service.id, at % 2 === 0 ? 'hi' : 'en', service] as const);

/** Digits as the language writes them: Devanagari in Hindi, Latin in English. */
describe('a service by SMS', () => {
  it.each(spoken)('takes every choice by the number that it shows: %s in %s', (_, language, service) => {
    const seen = new Set<string>();
    const wrong: string[] = [];
    const look = (talk: SimulatedTalk, said: readonly OutboundMessage[]): void => {
      for (const screen of said) {
        const key = JSON.stringify(screen.choices?.map(({ id }) => id.replaceAll(/id-\d+/g, 'id')));
        if (seen.has(key)) continue;
        seen.add(key);
        wrong.push(...missed(talk, screen));
        const more = screen.choices?.find(({ id }) => /(^|\/)(more|categories|category)\//.test(id));
        if (!more) continue;
        const further = talk.fork();
        look(further, further.hear(tapped(more.id)));
      }
    };
    playPlainly(service, language, undefined, look);
    expect(wrong).toEqual([]);
  });
});
