import type { Capabilities, WordedMessage } from '#application/ports/out/channel.ts';
import { isGsm7, unitsOf, withoutCostlySigns } from './sms-segments.ts';
import { splitText } from './split-text.ts';

/** Ten segments: longer messages are not joined by every network. */
const MAX_PLAIN = 1530;
/** The same for other scripts; a little less than ten times 67, since no letter is cut. */
const MAX_OTHER = 630;

export const smsCapabilities: Capabilities = {
  maxTextLength: MAX_PLAIN,
  buttons: 0,
  listRows: 0,
  attachments: false,
  reportsDelivery: true,
  variant: 'sms',
};

/** A message for a phone with keys: links in full, and choices as numbered lines. The citizen answers with the number. */
export function smsTexts(message: WordedMessage): readonly string[] {
  const blocks = blocksOf(message).map(withoutCostlySigns);
  const texts: string[] = [];
  for (const block of blocks) {
    const last = texts.at(-1);
    const joined = last === undefined ? block : `${last}\n${block}`;
    if (fits(joined)) texts.splice(-1, 1, joined);
    else texts.push(...splitText(block, roomFor(block)));
  }
  return texts;
}

/** What is kept together where there is room. */
function blocksOf({ text, link, document, choices = [] }: WordedMessage): string[] {
  const shown = [
    text,
    ...(link ? withUrl(link.label, link.url) : []),
    ...(document?.link === undefined ? [] : [document.link]),
    ...choices.map(
      ({ label, description, byWord }, i) =>
        byWord ?? `${i + 1} ${[label, description].filter((part) => part?.trim()).join(' - ')}`,
    ),
  ];
  return shown.filter((block) => block.trim() !== '');
}

/** An address that is cut leads nowhere, so a label that leaves it no room stands by itself. */
function withUrl(label: string, url: string): string[] {
  const line = `${label.trim()}: ${url}`;
  return label.trim() !== '' && fits(line) ? [line] : [label, url];
}

const fits = (text: string): boolean => unitsOf(text) <= (isGsm7(text) ? MAX_PLAIN : MAX_OTHER);

/** Signs that take two septets are rare; a text that has some is cut as if all of it were dear. */
const roomFor = (text: string): number => (isGsm7(text) && unitsOf(text) === text.length ? MAX_PLAIN : MAX_OTHER);
