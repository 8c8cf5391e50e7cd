import { withoutCostlySigns } from '#adapters/channels/sms-segments.ts';
import { MOST_LINES } from '#application/notification/in-sentences.ts';
import { draftText, gapsFor } from '#domain/notification/dlt-draft.ts';
import { isSentence } from '#domain/notification/sentence.ts';
import type { Texts } from './load-texts.ts';
import dltRules from './templates/dlt-rules.json' with { type: 'json' };
import rooms from './templates/sms-rooms.json' with { type: 'json' };

/** A text as it would be handed in to an operator, named by the first sentence that says it. */
export interface SmsSentence {
  readonly name: string;
  readonly text: string;
}

/** Options that one menu has at most. */
const MOST_OPTIONS = 12;

/** What must be registered for a language, in the order of its sentences: each text once. */
export function smsSentences(texts: Texts): readonly SmsSentence[] {
  const sentences = new Map(flat(texts));
  const said = [...sentences].filter(
    ([key, wording]) => isSaid(key) && !sentences.has(`${key}_sms`) && isSentence(wording),
  );
  const drafts = [
    ...said.map(([key, wording]) => ({
      name: baseOf(key),
      text: draft(`${isAsked(key) ? '{{step}}' : ''}${wording}`),
    })),
    ...framesIn(sentences),
  ];
  const seen = new Set<string>();
  return drafts.filter(({ text }) => !seen.has(text) && seen.add(text));
}

const draft = (wording: string): string => draftText(withoutCostlySigns(wording), rooms, dltRules.longestGap.value);

/** Menus and lists, one for each length: an operator knows no text that is now longer, now shorter. */
function framesIn(sentences: ReadonlyMap<string, string>): readonly SmsSentence[] {
  const frame = (key: string, lines: number, room: number, isNumbered: boolean) => {
    const heading = sentences.get(key);
    if (heading === undefined) return [];
    const gaps = gapsFor(room, dltRules.longestGap.value);
    const numbered = Array.from({ length: lines }, (_, i) => `${isNumbered ? `${i + 1} ` : ''}${gaps}`);
    return [{ name: `${key}/${lines}`, text: [heading, ...numbered].join('\n') }];
  };
  const upTo = (most: number) => Array.from({ length: most }, (_, i) => i + 1);
  return [
    ...upTo(MOST_OPTIONS).flatMap((lines) => frame('sms.choose', lines, rooms.option, true)),
    ...upTo(MOST_LINES).flatMap((lines) => frame('sms.details', lines, rooms.line, false)),
  ];
}

/** Words of pages, names and labels stand in no message by themselves. */
const NOT_SAID = [
  /^(desk|home|web|numbers|pay|verify|simulator|kiosk|dashboard|uploadPage|joinPage|join|languages)\./,
  /^(masters|fieldChoices|fields|paperRequests|papers|calendar|list|document|departments|categories|roles|status)\./,
  /^services\.[^.]+\.(name|menu|choices\.)/,
  /\.label$/,
  /^sms\.(details|choose)$/,
];
const isSaid = (key: string): boolean => !NOT_SAID.some((pattern) => pattern.test(key));

/** What is asked may have the number of the step before it. */
const isAsked = (key: string): boolean => /^services\..*\.(ask|any|another)(_sms)?$/.test(key);

const baseOf = (key: string): string => key.replace(/_sms$/, '');

const flat = (branch: Texts, prefix = ''): [string, string][] =>
  Object.entries(branch).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${name}`, value]] : flat(value, `${prefix}${name}.`),
  );
