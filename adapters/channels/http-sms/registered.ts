import type { WordedMessage } from '#application/ports/out/channel.ts';
import { dltPattern } from '#domain/notification/dlt-template.ts';
import { smsTexts } from '../sms-menu.ts';
import { plainSigns } from '../sms-segments.ts';
import type { HttpSmsSettings, RegisteredText } from './settings.ts';

/** Operators' guidelines; config knows since when. */
const LONGEST_GAP = 30;

type Registry = Pick<HttpSmsSettings, 'templates' | 'longestGap'>;

/** The registered text of which this one is a filling; the first that fits. */
export const registeredFor = (text: string, { templates = [], longestGap = LONGEST_GAP }: Registry) =>
  templates.find((template) => patternOf(template, longestGap).test(text));

/**
 * The message as registered, where it is: whole, else without its choices, without what it links to, or the sentence alone.
 * Otherwise the whole, whatever becomes of it.
 */
export function textsToSend(message: WordedMessage, settings: HttpSmsSettings): readonly string[] {
  const { text, link, document } = message;
  const attempts = settings.templates
    ? [message, { text, ...(link && { link }) }, { text, ...(document && { document }) }, { text }]
    : [];
  for (const attempt of attempts) {
    const [whole, ...more] = smsTexts(attempt);
    // What an officer wrote may be in another script, and then the signs of our own words stay as they are.
    const found = [whole ?? '', plainSigns(whole ?? '')].find((each) => registeredFor(each, settings));
    if (found !== undefined && more.length === 0) return [found];
  }
  return smsTexts(message);
}

const patterns = new WeakMap<RegisteredText, RegExp>();

function patternOf(template: RegisteredText, longestGap: number): RegExp {
  const pattern = patterns.get(template) ?? dltPattern(template.text, longestGap);
  patterns.set(template, pattern);
  return pattern;
}
