import { lines, type Phrase, type PhraseValue } from '../shared/phrase.ts';
import type { OutboundMessage } from './message.ts';

/** What a phone shows at a glance, with room for what can be tapped. */
const MOST_LINES = 10;
/** So many things named in a row fill about a line. */
const NAMED_IN_A_LINE = 3;

/** A long text in several messages, about equally long; what can be tapped stands under the last one. */
export function inBubbles(reply: OutboundMessage): readonly OutboundMessage[] {
  const all = linesOf(reply.text);
  const bubbles = Math.ceil(sum(all.map(heightOf)) / MOST_LINES);
  if (bubbles < 2 || all.length < 2) return [reply];
  const texts = shared(all, bubbles).map((each) => lines(...each));
  return texts.map((text, at) => (at === texts.length - 1 ? { ...reply, text } : { text }));
}

const linesOf = (text: Phrase): readonly Phrase[] => ('lines' in text ? text.lines.flatMap(linesOf) : [text]);

/** Of a line: about how many it takes on a phone. */
function heightOf(text: Phrase): number {
  const values = 'key' in text ? Object.values(text.values ?? {}) : [];
  return Math.max(1, Math.ceil(sum(values.map(namedIn)) / NAMED_IN_A_LINE));
}

function namedIn(value: PhraseValue): number {
  if (typeof value !== 'object') return 0;
  return 'list' in value ? value.list.length : 'row' in value ? value.row.length : 0;
}

function shared(all: readonly Phrase[], parts: number): readonly (readonly Phrase[])[] {
  const share = sum(all.map(heightOf)) / parts;
  const result: Phrase[][] = Array.from({ length: parts }, () => []);
  let height = 0;
  for (const each of all) {
    result[Math.min(parts - 1, Math.floor(height / share))]?.push(each);
    height += heightOf(each);
  }
  return result.filter((each) => each.length > 0);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
