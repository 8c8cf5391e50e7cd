import { describe, expect, it } from 'vitest';
import { contains, distance, fold } from '#adapters/text-readers/tesseract/fuzzy.ts';
import { toDate, toName, toSex } from '#adapters/text-readers/tesseract/values.ts';

const today = '2026-11-02';

describe('a date on a paper', () => {
  it.each([
    ['05/03/2026', '2026-03-05'],
    ['5-3-2026', '2026-03-05'],
    ['05.03.2026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['O5/O3/2O26', '2026-03-05'],
    ['l5/03/2026', '2026-03-15'],
    ['5 March 2026', '2026-03-05'],
    ['05-Mar-2026', '2026-03-05'],
    ['5th Marcb 2026 at 10:45', '2026-03-05'],
    ['5 मार्च 2026', '2026-03-05'],
  ])('reads %s', (text, iso) => {
    expect(toDate(text, today)).toBe(iso);
  });

  it.each(['31/02/2026', '05/13/2026', '03/11/2026', '05/03/1826', '5/3/26', '0124/3/2026', 'March', ''])(
    'does not take %s for a day that has been',
    (text) => {
      expect(toDate(text, today)).toBeUndefined();
    },
  );
});

describe('a sex on a paper', () => {
  it.each([
    ['Female / बालिका', 'female'],
    ['FEMALE', 'female'],
    ['Femaie', 'female'],
    ['पुरुष / Male', 'male'],
    ['लड़की', 'female'],
    ['M', 'male'],
    ['Baby boy', 'male'],
    ['Transgender', 'transgender'],
  ])('reads %s', (text, sex) => {
    expect(toSex(text)).toBe(sex);
  });

  it('does not guess', () => {
    expect(toSex('2.9 kg')).toBeUndefined();
  });
});

describe('a name on a paper', () => {
  it.each([
    ['Smt. Sunita Devi', 'Sunita Devi'],
    ['SUNITA DEVI / सुनीता देवी', 'SUNITA DEVI'],
    ['श्रीमती सुनीता देवी', 'सुनीता देवी'],
    ['Shri R. K. Sharma', 'R. K. Sharma'],
    ['sunita Devi', 'Sunita Devi'],
    ["Maria D'Souza-Rao", "Maria D'Souza-Rao"],
  ])('reads %s', (text, name) => {
    expect(toName(text)).toBe(name);
  });

  it.each(['2.9 kg 44', '', '--', 'A1'])('does not take %s for one', (text) => {
    expect(toName(text)).toBeUndefined();
  });
});

describe('fuzzy comparison', () => {
  it('counts edits and stops at the limit', () => {
    expect([
      distance('mother', 'mother', 2),
      distance('mother', 'rnother', 2),
      distance('mother', 'father', 2),
    ]).toEqual([0, 2, 2]);
    expect(distance('abcdef', 'uvwxyz', 2)).toBe(3);
  });

  it('forgives misread letters, lost dots and marks', () => {
    expect(fold("Mother's  NAME:")).toBe('mothersname');
    expect(fold('वज़न')).toBe(fold('वजन'));
    expect(contains(fold('HOSP1TAL B1RTH SLIP No. 4'), fold('hospital birth slip'))).toBe(true);
    expect(contains(fold('a notice to all readers'), fold('birth slip'))).toBe(false);
  });
});
