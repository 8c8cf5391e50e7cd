import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOption, type Option, pickOption } from '#domain/answers/pick-option.ts';

const pensions: readonly Option[] = [
  { value: 'old-age', labels: ['Old age', 'वृद्धावस्था', 'Vriddhavastha'] },
  { value: 'widow', labels: ['Widow', 'विधवा'] },
  { value: 'disability', labels: ['Disability', 'दिव्यांग'] },
  { value: 'unknown', labels: ["Don't know", 'पता नहीं'] },
];
const genders = ['male', 'female', 'transgender'].map((value) => ({ value, labels: [] }));

describe('picking one of several', () => {
  it.each([
    ['4', 'unknown'],
    ['४', 'unknown'],
    ['(2)', 'widow'],
    ['2.', 'widow'],
    ['option 3', 'disability'],
    ['pehla', 'old-age'],
    ['doosra wala', 'widow'],
    ['2nd', 'widow'],
    ['teen', 'disability'],
    ['तीसरा', 'disability'],
    ['widow', 'widow'],
    ['विधवा', 'widow'],
    ['vidhwa', 'widow'],
    ['mujhe vidhwa wali chahiye', 'widow'],
    ['dont know', 'unknown'],
    ['old age', 'old-age'],
    ['old-age', 'old-age'],
  ])('%s is %s', (text, expected) => {
    expect(pickOption(text, pensions)).toBe(expected);
  });

  it.each(['5', '0', '-1', '2.5', '12 Gali', 'kuch aur', '', 'widow nahi'])('"%s" is none of them', (text) => {
    expect(pickOption(text, pensions)).toBeUndefined();
  });

  it.each([
    ['ladki', 'female'],
    ['beti', 'female'],
    ['लड़का', 'male'],
    ['ladka', 'male'],
    ['mahila hai ji', 'female'],
  ])('knows the usual word %s for %s', (text, expected) => {
    expect(pickOption(text, genders)).toBe(expected);
  });

  it('asks about what is only nearly said', () => {
    expect(findOption('disabilty', pensions)).toEqual({ value: 'disability', sure: false });
    expect(findOption('ladka nahi ladki', genders)).toEqual({ value: 'female', sure: false });
    expect(findOption('ladka ya ladki', genders)).toEqual({ several: ['male', 'female'] });
  });

  const places: readonly Option[] = [
    ['New Delhi', 'नई दिल्ली'],
    ['North', 'उत्तरी'],
    ['North West', 'उत्तर-पश्चिमी'],
    ['South', 'दक्षिणी'],
    ['South-West, Dwarka', 'दक्षिण-पश्चिम, द्वारका'],
    ['South East, Kalkaji', 'दक्षिण-पूर्वी'],
  ].map((labels) => ({ value: labels[0] ?? '', labels }));

  it.each([
    ['South West Delhi', 'South-West, Dwarka'],
    ['दक्षिण पश्चिम दिल्ली', 'South-West, Dwarka'],
    ['Dwarka', 'South-West, Dwarka'],
    ['dwarka office', 'South-West, Dwarka'],
    ['North Delhi', 'North'],
    ['uttari dilli', 'North'],
    ['kalkaji zone', 'South East, Kalkaji'],
  ])('takes the part of a name that only one has: %s is %s', (text, expected) => {
    expect(pickOption(text, places)).toBe(expected);
  });

  it('takes the mother in a sentence for no man', () => {
    expect(pickOption('man', genders)).toBe('male');
    expect(findOption('माँ का नाम कविता शर्मा', genders)).toBeUndefined();
    expect(findOption('maan ka naam Kavita Sharma', genders)).toBeUndefined();
  });

  it('asks which one where the part stands in several names', () => {
    expect(findOption('East', [...places, { value: 'north-east', labels: ['North East'] }])).toEqual({
      several: ['South East, Kalkaji', 'north-east'],
    });
    expect(findOption('Delhi', places)).toBeUndefined();
  });

  it('finds the option of every number in a menu, in both kinds of digits', () => {
    const labels = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 2, maxLength: 8 }), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(labels, (all) => {
        const options = all.map((label, at) => ({ value: `v-${at}`, labels: [label] }));
        for (const [at, { value }] of options.entries()) {
          const number = String(at + 1);
          const devanagari = number.replace(/\d/g, (digit) => '०१२३४५६७८९'[Number(digit)] ?? '');
          for (const said of [number, devanagari, `${number}.`, `option ${number}`, value]) {
            expect(pickOption(said, options)).toBe(value);
          }
        }
      }),
    );
  });
});

describe('picking one of several as they were shown', () => {
  const optionsOf = (...labels: readonly string[]): readonly Option[] =>
    labels.map((label, at) => ({ value: `v-${at + 1}`, labels: [label] }));

  it.each([
    ['signs tell them apart', 'a+', ['A-', 'A+']],
    ['signs tell them apart, whatever closes the sentence', 'B-.', ['B+', 'B-']],
    ['doubled digits', 'Class 11', ['Class 1', 'Class 11']],
    ['Roman numbers', 'xii', ['XI', 'XII']],
    ['one is part of the other', 'Pension', ['Widow (pension)', 'Pension']],
    ['the line as it stands in an SMS', '2 Widow', ['Old age', 'Widow']],
    ['the line as somebody writes it', '2. widow', ['Old age', 'Widow']],
    ['a line that was cut', '2. विक्रेता या देने वा…', ['विक्रेता या लेने वाले', 'विक्रेता या देने वाले']],
    ['a label that was cut', 'एनसीआर, एयरपोर्ट स…', ['दिल्ली', 'एनसीआर, एयरपोर्ट सहित']],
    ['a label that was cut, without its sign', 'NCR with airpo', ['Delhi', 'NCR with airport']],
    ['a label that begins with a number', '2 acre', ['2 acre', '1 acre']],
    ['rupees as an SMS writes them', 'Pay Rs 2,340', ['Pay ₹2,340', 'Pay ₹234']],
  ])('%s: %s', (_, text, labels) => {
    const options = optionsOf(...labels);
    const wanted = text === '2 acre' ? 'v-1' : text.startsWith('Pay') ? 'v-1' : 'v-2';
    expect(pickOption(text, options)).toBe(wanted);
  });

  it('takes no digits of a sum for its name', () => {
    expect(pickOption('2', optionsOf('Pay ₹2,025', 'Another account'))).toBe('v-2');
  });

  it('takes neither where the number names one and the words another', () => {
    expect(pickOption('1 North West', optionsOf('North', 'North West'))).toBeUndefined();
  });

  it('asks which one where several begin as a label that was cut', () => {
    expect(findOption('Certificate of bi…', optionsOf('Certificate of birth', 'Certificate of bias'))).toEqual({
      several: ['v-1', 'v-2'],
    });
  });
});
