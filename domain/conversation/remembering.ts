import { maskNumber } from '../answers/mask.ts';
import type { ServiceId } from '../shared/ids.ts';
import { type Phrase, verbatim } from '../shared/phrase.ts';
import type { SaidLine } from '../shared/said-line.ts';
import type { TurnInHand } from './turn.ts';

/** So much of a talk is kept for a person who may be called: what was said last, and no whole letters. */
const MOST_LINES = 10;
const LONGEST_TEXT = 300;
const LONGEST_PHRASE = 600;

/** Keeps the last lines of the talk. Long numbers are kept by their last digits only. */
export function rememberLines(turn: TurnInHand, text = ''): void {
  const { form, recent = [], person } = turn.conversation;
  const purpose = form?.serviceId;
  const heard = text.trim();
  const said = turn.replies.flatMap(({ text }) => shortened(text));
  if (person?.isHere || (heard === '' && said.length === 0)) return;
  const lines = [
    ...(heard === '' ? [] : [line('citizen', verbatim(withoutNumbers(heard.slice(0, LONGEST_TEXT))), purpose)]),
    ...said.map((each) => line('us', each, purpose)),
  ];
  turn.change({ recent: [...recent, ...lines].slice(-MOST_LINES) });
}

const line = (by: SaidLine['by'], said: Phrase, purpose: ServiceId | undefined): SaidLine => ({
  by,
  said,
  ...(purpose !== undefined && { purpose }),
});

/** A summary is told by its first line. */
function shortened(said: Phrase): Phrase[] {
  if (JSON.stringify(said).length <= LONGEST_PHRASE) return [said];
  return 'lines' in said && said.lines[0] ? shortened(said.lines[0]) : [];
}

const withoutNumbers = (text: string): string =>
  text.replace(/\p{Nd}(?:[\s-]?\p{Nd}){7,}/gu, (number) => maskNumber(number));
