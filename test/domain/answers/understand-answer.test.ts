import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandAnswer } from '#domain/answers/understand-answer.ts';
import { answerProblems } from '#domain/catalogue/answer-problem.ts';
import type { Question, QuestionType } from '#domain/catalogue/service-definition.ts';

const today = '2026-11-23';
const ask = (type: QuestionType, more: Partial<Question> = {}): Question => ({ id: 'x', type, ...more });
const answerTo = (question: Question, text: string) => {
  const found = understandAnswer(question, text, { today });
  return found.ok ? found.answer : found.problem.key;
};

const upTo = { notAfter: 'today' };
const aadhaar = ask('id-number', { of: 'aadhaar' });
const ifsc = ask('id-number', { of: 'ifsc' });
const kNo = ask('account-number', { of: 'djb', pattern: '^\\d{10}$' });

describe('understanding an answer', () => {
  it.each<[QuestionType, string, string]>([
    ['person-name', 'mera naam rohit sharma hai', 'Rohit Sharma'],
    ['person-name', 'ROHIT KUMAR SHARMA', 'Rohit Kumar Sharma'],
    ['person-name', 'naam: anaya', 'Anaya'],
    ['person-name', 'name is John', 'John'],
    ['person-name', 'मेरा नाम राजेश वर्मा है', 'राजेश वर्मा'],
    ['person-name', 'main rajesh hoon', 'Rajesh'],
    ['person-name', 'bachche ka naam anaya h', 'Anaya'],
    ['person-name', 'R.K. Sharma', 'R.K. Sharma'],
    ['person-name', "d'souza", "D'Souza"],
    ['person-name', 'Naamdev Singh', 'Naamdev Singh'],
    ['person-name', 'Ruk', 'Ruk'],
    ['person-name', 'Sunita Devi W/o Ramesh', 'Sunita Devi'],
    ['person-name', 'Rohit 123', 'answer.nameHasDigits'],
    ['person-name', 'haan', 'answer.notAName'],
    ['person-name', 'fees kitni hai', 'answer.notAName'],
    ['phone', '98765 00000', '+919876500000'],
    ['phone', '+91-98765-00000', '+919876500000'],
    ['phone', '09876500000', '+919876500000'],
    ['phone', '९८७६५०००००', '+919876500000'],
    ['phone', '12345', 'answer.invalidPhone'],
    ['phone', '+1 987 650 0000', 'answer.invalidPhone'],
    ['email', 'A.B@Example.COM', 'A.B@example.com'],
    ['email', 'ab at example dot com', 'ab@example.com'],
    ['email', 'ab@example', 'answer.invalidEmail'],
    ['text', 'haan ji', 'answer.yesAlone'],
    ['long-text', 'हाँ', 'answer.yesAlone'],
    ['address', 'ok', 'answer.yesAlone'],
    ['text', 'haan, ek baar pehle bhi likha tha', 'haan, ek baar pehle bhi likha tha'],
    ['yes-no', 'haan ji', 'yes'],
    ['yes-no', 'हाँ', 'yes'],
    ['yes-no', 'Thik h', 'yes'],
    ['yes-no', 'bilkul sahi hai ji', 'yes'],
    ['yes-no', 'haaaan', 'yes'],
    ['yes-no', 'haan sab sahi hai', 'yes'],
    ['yes-no', 'हाँ हाँ', 'yes'],
    ['yes-no', 'ok thanks', 'yes'],
    ['yes-no', 'no no', 'no'],
    ['yes-no', 'haan nahi', 'answer.notYesOrNo'],
    ['yes-no', '👍🏽', 'yes'],
    ['yes-no', '1', 'yes'],
    ['yes-no', 'nahi', 'no'],
    ['yes-no', 'NAHIIN', 'no'],
    ['yes-no', 'नहीं जी', 'no'],
    ['yes-no', 'galat hai', 'no'],
    ['yes-no', '२', 'no'],
    ['yes-no', 'shayad', 'answer.notYesOrNo'],
    ['yes-no', 'nahi naam galat hai', 'answer.notYesOrNo'],
    ['address', '12 Gali 3,  Karol Bagh 110 005', '12 Gali 3, Karol Bagh 110005'],
    ['address', 'pata: H.No. 5\nGali 2\nDelhi', 'H.No. 5\nGali 2\nDelhi'],
    ['address', 'मकान ५, गली २, दिल्ली ११०००५', 'मकान 5, गली 2, दिल्ली 110005'],
    ['address', 'Delhi', 'answer.addressTooShort'],
    ['location', 'https://maps.example/?q=28.61390,77.20900', '28.61390,77.20900'],
    ['location', 'Karol Bagh metro ke paas', 'Karol Bagh metro ke paas'],
    ['location', '5', 'answer.notALocation'],
    ['text', '  Lok   Nayak ', 'Lok Nayak'],
    ['text', ' ', 'answer.required'],
    ['money', 'dhai hazaar', '250000'],
    ['number', '३', '3'],
  ])('for %s takes "%s" as %s', (type, text, expected) => {
    expect(answerTo(ask(type), text)).toBe(expected);
  });

  it.each([
    ['an Aadhaar number with spaces', aadhaar, '2341 2341 2346', '234123412346'],
    ['one within a sentence', aadhaar, 'mera aadhar 2341-2341-2346 hai', '234123412346'],
    ['one with a wrong digit', aadhaar, '2341 2341 2347', 'answer.invalidAadhaar'],
    ['a PAN in small letters', ask('id-number', { of: 'pan' }), 'abcde 1234 f', 'ABCDE1234F'],
    ['an IFSC with the letter O', ifsc, 'ABCDO001234', 'ABCD0001234'],
    ['an account with O for 0', kNo, '12345-6789O', '1234567890'],
    ['an account after its name', kNo, 'K No 12345 67890', '1234567890'],
    ['an account too short', kNo, '12345', 'answer.invalidAccountNumber'],
    ['a birth to come', ask('date', upTo), '5 march 2027', 'answer.dateInFuture'],
    ['a PIN elsewhere', ask('address', { pattern: '^11\\d{4}$' }), 'Sector 12, Noida 201301', 'answer.wrongPin'],
    ['a declaration refused', ask('yes-no', { pattern: '^yes$' }), 'nahi', 'answer.mustBeYes'],
    ['nothing known, where it may be passed over', ask('text', { optional: true }), 'pata nahi', ''],
    ['nothing known, where it is needed', ask('person-name'), 'पता नहीं', 'answer.required'],
  ])('takes %s as it is meant', (_, question, text, expected) => {
    expect(answerTo(question, text)).toBe(expected);
  });

  it('asks again about what was not said in full, and offers what else may be meant', () => {
    expect(understandAnswer(ask('date'), 'kal', { today })).toEqual({
      ok: true,
      answer: '2026-11-22',
      confirm: true,
      alternatives: ['2026-11-24'],
    });
  });

  const all: QuestionType[] = [
    'text',
    'long-text',
    'date',
    'number',
    'money',
    'choice',
    'yes-no',
    'phone',
    'email',
    'address',
    'person-name',
    'id-number',
    'account-number',
    'location',
  ];
  const letters = fc.constantFrom(...'abz AZ09-/.,:₹@+०९कनहींािु़ँ\u200d\n\'"😀nahi hai'.split(''));
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(letters, { maxLength: 60 }).map((all) => all.join('')),
  );
  const anyQuestion = fc
    .record({ type: fc.constantFrom(...all), kind: fc.constantFrom('aadhaar', 'ifsc', 'bank', 'other') })
    .map(({ type, kind }) => ask(type, { of: kind, choices: ['a', 'b'] }));

  it('answers any text without throwing', () => {
    fc.assert(
      fc.property(anyQuestion, anyText, (question, text) => {
        const found = understandAnswer(question, text, { today });
        expect(found.ok || answerProblems.includes(found.problem.key)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('understands its own answers as themselves', () => {
    fc.assert(
      fc.property(anyQuestion, anyText, (question, text) => {
        const found = understandAnswer(question, text, { today });
        // Money is kept in paise and said in rupees, so its canonical form is not something to say.
        if (!found.ok || found.answer === '' || question.type === 'money') return;
        expect(understandAnswer(question, found.answer, { today })).toMatchObject({ ok: true, answer: found.answer });
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps a name as it is once it is a name', () => {
    const names = fc.array(
      fc.constantFrom('rohit', 'SHARMA', 'Md.', 'RK', 'o', "d'souza", 'राजेश', 'mera', 'naam', 'hai', 'h', 'के'),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(names, (words) => {
        const found = understandAnswer(ask('person-name'), words.join(' '), { today });
        if (found.ok) expect(answerTo(ask('person-name'), found.answer)).toBe(found.answer);
      }),
    );
  });

  it('takes well under a millisecond', () => {
    const texts = [
      'mera naam rohit hai',
      '5 march 2026',
      'B-12, gali 3, Karol Bagh 110005',
      'ek lakh bees hazaar',
      'vidhwa pension',
      'k'.repeat(3000),
    ];
    const started = performance.now();
    for (let round = 0; round < 20; round += 1) {
      for (const type of all)
        for (const text of texts) understandAnswer(ask(type, { choices: ['a', 'b'] }), text, { today });
    }
    // A generous bound, for slow machines: what is measured is some thirty microseconds.
    expect((performance.now() - started) / (20 * all.length * texts.length)).toBeLessThan(1);
  });
});

describe('a name that is hardly one', () => {
  const read = (text: string) => understandAnswer(ask('person-name'), text, { today });

  it.each([
    'kal',
    'tomorrow',
    'Monday',
    'day after tomorrow',
    'pension',
    'papa',
    'do hazaar',
    'कल',
    'पेंशन',
    'ration card',
  ])('is asked about once more: %s', (text) => expect(read(text)).toMatchObject({ ok: true, confirm: true }));

  it.each(['Mangal Singh', 'Pinky', 'Asha Kal', 'मंगल पांडे', 'April Thomas', 'Anaya'])('is taken as it is: %s', (text) =>
    expect(read(text)).toEqual({ ok: true, answer: text }),
  );
});

describe('a choice whose values part a scale', () => {
  const today = '2026-03-16';
  const income: Question = {
    id: 'annual_family_income',
    type: 'choice',
    choices: ['100000', '250000', '99999999'],
    parts: 'up-to',
  };
  const years: Question = { id: 'residence_years', type: 'choice', choices: ['0', '1', '5'], parts: 'from' };
  const answerTo = (question: Question, text: string) => understandAnswer(question, text, { today });

  it('takes a number for the part that it lies in', () => {
    const said = ['80 hazaar', '1 lakh', '₹1,00,001', '2 lakh', '40 lakh'];
    expect(said.map((text) => answerTo(income, text))).toEqual(
      ['100000', '100000', '250000', '250000', '99999999'].map((answer) => ({ ok: true, answer })),
    );
    expect(['6 saal', '12 saal se', '2 saal'].map((text) => answerTo(years, text))).toEqual(
      ['5', '5', '1'].map((answer) => ({ ok: true, answer })),
    );
  });

  it('leaves a bare number to the list, and asks for the year where a month was said', () => {
    expect(answerTo(income, '2')).toEqual({ ok: true, answer: '250000' });
    expect(answerTo(income, '67')).toMatchObject({ ok: false });
    expect(answerTo(income, '15 hazaar mahina')).toMatchObject({ problem: { key: 'answer.amountForAYear' } });
  });
});
