import { describe, expect, it } from 'vitest';
import { findFacts, missedCells } from '#adapters/text-readers/tesseract/find-facts.ts';
import type { Word } from '#adapters/text-readers/tesseract/words.ts';
import { papers } from '#config/papers/index.ts';

const LETTER = 16;
const HEIGHT = 28;

/** Words as a reader would give them: each line of text is a row, two spaces or more are a gap, a line is 70 px. */
const wordsOf = (...lines: readonly string[]): Word[] =>
  lines.flatMap((line, row) =>
    [...line.matchAll(/\S+/gu)].map(({ 0: text, index }) => ({
      text,
      confidence: 0.95,
      x0: index * LETTER,
      x1: (index + text.length) * LETTER - 4,
      y0: row * 70,
      y1: row * 70 + HEIGHT,
    })),
  );

function read(type: string, ...lines: readonly string[]): Record<string, string> {
  const paper = papers.find((each) => each.type === type);
  const facts = paper ? findFacts(wordsOf(...lines), paper, '2026-11-02', 'ocr') : {};
  return Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));
}

describe('finding facts on a birth slip', () => {
  it('takes what stands right of a label', () => {
    expect(read('birth-slip', 'Date of Birth :  05/03/2026', 'Sex: Female', "Mother's Name   Sunita Devi")).toEqual({
      child_dob: '2026-03-05',
      child_gender: 'female',
      mother_name: 'Sunita Devi',
    });
  });

  it('takes what stands below a label when nothing stands beside it', () => {
    expect(
      read(
        'birth-slip',
        'Name of Mother        Name of Father',
        'Sunita Devi           Rakesh Kumar',
        '',
        'Place of Birth',
        'New Delhi',
      ),
    ).toEqual({ mother_name: 'Sunita Devi', father_name: 'Rakesh Kumar', place: 'New Delhi' });
  });

  it('takes the two wordings of a label for one', () => {
    expect(read('birth-slip', '1. Date of Birth / जन्म तिथि   05/03/2026', '2. Sex / लिंग   बालिका')).toEqual({
      child_dob: '2026-03-05',
      child_gender: 'female',
    });
  });

  it('forgives misread labels', () => {
    expect(read('birth-slip', 'Narne of Mother :  Sunita Devi', 'Dale of Birth :  05/03/2026')).toEqual({
      mother_name: 'Sunita Devi',
      child_dob: '2026-03-05',
    });
  });

  it('ends a value where the next label begins', () => {
    expect(read('birth-slip', 'Date of Birth: 05/03/2026   Time: 10:45   Sex: Male')).toEqual({
      child_dob: '2026-03-05',
      child_gender: 'male',
    });
  });

  it('does not take the day of discharge for the birthday', () => {
    expect(read('birth-slip', 'Date of Discharge   06/03/2026', 'Date of Birth   05/03/2026')).toEqual({
      child_dob: '2026-03-05',
    });
  });

  it("takes the hospital's name from the letterhead, and never from the paper's own title", () => {
    expect(
      read('birth-slip', 'HOSPITAL BIRTH SLIP', 'Asha Jyoti Hospital & Research Centre', 'Sex: Male'),
    ).toMatchObject({
      hospital: 'Asha Jyoti Hospital & Research Centre',
    });
    expect(read('birth-slip', 'HOSPITAL BIRTH SLIP', 'Sex: Male')).toEqual({ child_gender: 'male' });
  });

  it('says where to look again for a value whose label alone was seen', () => {
    const paper = papers.find(({ type }) => type === 'birth-slip');
    const cells = paper ? missedCells(wordsOf('Gender', 'Date of Birth   05/03/2026'), paper, {}) : [];
    expect(cells.map(({ fact }) => fact.name)).toEqual(['child_dob', 'child_gender']);
    expect(cells[1]?.box.x0).toBeGreaterThan(6 * LETTER);
  });
});

describe('finding facts on an identity card', () => {
  it('takes the name from the line above the birthday, and four digits of the number', () => {
    expect(read('aadhaar', 'Government of India', 'Asha Rani', 'DOB: 14/08/1991', 'FEMALE', '0000 0000 4321')).toEqual({
      name: 'Asha Rani',
      dob: '1991-08-14',
      gender: 'female',
      last4: '4321',
    });
  });

  it.each(['XXXX XXXX 4321', '000000004321'])('keeps four digits of %s', (number) => {
    expect(read('aadhaar', number)).toEqual({ last4: '4321' });
  });

  it('joins an address of several lines', () => {
    expect(read('aadhaar', 'Address: H 12, Gali 3,', '         Karol Bagh, New Delhi', '         110005')).toEqual({
      address: 'H 12, Gali 3, Karol Bagh, New Delhi 110005',
    });
  });
});
