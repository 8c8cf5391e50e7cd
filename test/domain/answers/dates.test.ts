import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '#domain/answers/date-parts.ts';
import { readDate } from '#domain/answers/dates.ts';
import { plusDays } from '#domain/shared/time.ts';

// A Monday.
const today = '2026-11-23';
const read = (text: string, side: Side = 'past') => readDate(text, { today, side });
const dateIn = (text: string, side: Side = 'past') => {
  const found = read(text, side);
  return 'date' in found ? found.date : found.problem;
};

describe('a date as people write it', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['5 मार्च 2024', '2024-03-05'],
    ['०५/०३/२४', '2024-03-05'],
    ['5-Mar-24', '2024-03-05'],
    ['5.3.2024', '2024-03-05'],
    ['5 3 2024', '2024-03-05'],
    ['05032024', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['050324', '2024-03-05'],
    ['March 5 2024', '2024-03-05'],
    ['March 5th, 2024', '2024-03-05'],
    ['5th of March 2024', '2024-03-05'],
    ["5 mar'24", '2024-03-05'],
    ['2024 March 5', '2024-03-05'],
    ['paanch march do hazaar chaubis', '2024-03-05'],
    ['पांच मार्च दो हज़ार चौबीस', '2024-03-05'],
    ['पाँच मार्च', '2026-03-05'],
    ['25 december nineteen ninety', '1990-12-25'],
    ['pachchis december unnees sau nabbe', '1990-12-25'],
    ['१५ अगस्त १९४७', '1947-08-15'],
    ['janm 5.3.2026 ko hua tha', '2026-03-05'],
    ['guruvar, 5 march 2026', '2026-03-05'],
    ['5 march', '2026-03-05'],
    ['5 december', '2025-12-05'],
    ['5/12', '2025-12-05'],
    ['29 feb', '2024-02-29'],
    ['05/03/62', '1962-03-05'],
    ['5/13/2024', '2024-05-13'],
    ['05/03/2026 10:30', '2026-03-05'],
    ['2026-03-05T10:30:00Z', '2026-03-05'],
    ['kal nahi, 5 march 2026', '2026-03-05'],
  ])('%s is %s', (text, expected) => {
    expect(dateIn(text)).toBe(expected);
  });

  it.each<[string, Side, string]>([
    ['aaj', 'past', '2026-11-23'],
    ['आज', 'past', '2026-11-23'],
    ['kal', 'past', '2026-11-22'],
    ['कल', 'future', '2026-11-24'],
    ['kal', undefined, '2026-11-22'],
    ['parso', 'past', '2026-11-21'],
    ['परसों', 'future', '2026-11-25'],
    ['yesterday', 'past', '2026-11-22'],
    ['day before yesterday', 'past', '2026-11-21'],
    ['3 din pehle', 'past', '2026-11-20'],
    ['तीन दिन पहले', 'past', '2026-11-20'],
    ['do hafte baad', 'future', '2026-12-07'],
    ['pichle somvar', 'past', '2026-11-16'],
    ['पिछले शुक्रवार', 'past', '2026-11-20'],
    ['next friday', 'future', '2026-11-27'],
    ['somvar ko', 'past', '2026-11-23'],
    ['5 tarikh', 'past', '2026-11-05'],
    ['25 tarikh', 'past', '2026-10-25'],
    ['५ तारीख', 'future', '2026-12-05'],
    ['pichle mahine ki 5 tarikh', 'past', '2026-10-05'],
    ['5 march', 'future', '2027-03-05'],
  ])('%s, for a question about the %s, is %s', (text, side, expected) => {
    expect(dateIn(text, side)).toBe(expected);
  });

  it.each([
    ['30/02/2024', 'noSuchDate'],
    ['31 april 2024', 'noSuchDate'],
    ['march 2024', 'dateIncomplete'],
    ['1990', 'dateIncomplete'],
    ['mujhe nahi pata', 'notADate'],
    ['9876543210', 'notADate'],
    ['98765 43210', 'notADate'],
    ['do saal pehle', 'notADate'],
    ['', 'notADate'],
  ])('%s is none: %s', (text, expected) => {
    expect(dateIn(text)).toBe(expected);
  });

  it.each(['kal', '5 march', '05/03/24', '5/13/2024', 'somvar', '5 march 2024 ko 3 baje'])(
    'is shown back to be confirmed when it was not said in full: %s',
    (text) => {
      expect(read(text)).toMatchObject({ stated: false });
    },
  );

  it('offers both days for "kal" when the question looks neither way', () => {
    expect(readDate('kal', { today, side: undefined })).toMatchObject({
      date: '2026-11-22',
      alternatives: ['2026-11-24'],
    });
  });

  it('is found again in every way of printing it', () => {
    const months = 'January February March April May June July August September October November December'.split(' ');
    const monate = 'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'.split(' ');
    const devanagari = (text: string) => text.replace(/\d/g, (digit) => '०१२३४५६७८९'[Number(digit)] ?? '');
    const forms = ([y = '', m = '', d = '']: string[]): string[] => {
      const [day, month] = [String(Number(d)), Number(m) - 1];
      return [
        `${y}-${m}-${d}`,
        `${d}/${m}/${y}`,
        `${d}-${m}-${y}`,
        `${d}.${m}.${y}`,
        `${day}/${Number(m)}/${y}`,
        `${day} ${months[month]} ${y}`,
        `${day} ${months[month]?.slice(0, 3).toUpperCase()} ${y}`,
        `${months[month]} ${day}, ${y}`,
        `${day} ${monate[month]} ${y}`,
        devanagari(`${day} ${monate[month]} ${y}`),
        devanagari(`${d}/${m}/${y}`),
        `${d}${m}${y}`,
      ];
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 45_000 }), (days) => {
        const date = plusDays(today, -days);
        for (const form of forms(date.split('-'))) expect(read(form), form).toMatchObject({ date, stated: true });
      }),
    );
  });
});
