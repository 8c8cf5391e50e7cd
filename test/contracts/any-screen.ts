import fc from 'fast-check';
import { openTranslator } from '#adapters/translation/i18next/index.ts';
import { languages } from '#config/languages.ts';
import type { Texts } from '#config/load-texts.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { defineService, type Question, type ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { command } from '#domain/conversation/commands.ts';
import type { Form } from '#domain/conversation/conversation.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import type { Language } from '#domain/shared/language.ts';
import { keysOf } from '#domain/shared/phrase.ts';
import { plusDays } from '#domain/shared/time.ts';
import { catalogue, SimulatedTalk, texts, translator } from '#test/kit/dialogue.ts';

/** A talk, and what it has just said with something to choose. */
export interface Screen {
  readonly talk: SimulatedTalk;
  readonly said: OutboundMessage;
}

type Label = Readonly<Record<Language, string>>;

/** Words that stand in labels: also such as mean something else by themselves, and such as look like numbers. */
const words: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ...['North', 'South', 'West', 'Birth', 'certificate', 'acre', 'years', 'Class', 'Old age', 'Help', 'Back', 'Stop'],
    ...['Yes', 'No', 'none', 'all', 'Other', 'Skip', 'A+', 'A-', 'AB-', 'II', 'III', 'XII', '(60+)', '1-3'],
    ...['2', '10', '11', '₹1,000', '₹2,00,000', '1.5', '5 km', 'w/o', '&', '–', 'today', 'March', '10:30', 'Hindi'],
    ...['fees', "Don't know", 'Father’s', 'up to', 'Mohalla clinic', 'Inter-state-transport', 'More'],
  ],
  hi: [
    ...['उत्तर', 'दक्षिण', 'प्रमाण पत्र', 'एकड़', 'साल', 'कक्षा', 'मदद', 'वापस', 'रुको', 'हाँ', 'नहीं', 'कोई नहीं', 'सभी'],
    ...['अन्य', 'छोड़ो', 'A+', 'A-', 'II', 'III', '(60+)', '1-3', '2', '१०', '११', '₹1,000', '₹2,00,000'],
    ...['डेढ़', '5 किमी', 'या', 'और', '–', 'आज', 'मार्च', '10:30', 'हिंदी', 'फ़ीस', 'पता नहीं', 'विधवा', 'काग़ज़', 'और देखें'],
  ],
  'hi-Latn': [
    ...[
      'Uttar',
      'Dakshin',
      'praman patra',
      'ekad',
      'saal',
      'Kaksha',
      'Madad',
      'Wapas',
      'Ruko',
      'Haan',
      'Nahi',
      'sabhi',
    ],
    ...['Anya', 'chhodo', 'A+', 'A-', 'II', 'III', '(60+)', '1-3', '2', '10', '11', '₹1,000', '₹2,00,000'],
    ...['dedh', '5 km', 'ya', 'aur', '–', 'Aaj', 'March', '10:30', 'Hindi', 'Fees', 'Pata nahi', 'Vidhwa', 'kagaz'],
  ],
  pa: [
    ...['ਉੱਤਰ', 'ਦੱਖਣ', 'ਸਰਟੀਫ਼ਿਕੇਟ', 'ਏਕੜ', 'ਸਾਲ', 'ਜਮਾਤ', 'ਮਦਦ', 'ਵਾਪਸ', 'ਹਾਂਜੀ', 'ਨਹੀਂ', 'ਹੋਰ', 'A+', 'A-'],
    ...['(60+)', '1-3', '2', '੧੦', '₹1,000', 'ਜਾਂ', 'ਅਤੇ', '–', 'ਅੱਜ', 'ਮਾਰਚ', '10:30', 'ਹਿੰਦੀ', 'ਫ਼ੀਸ', 'ਵਿਧਵਾ', 'ਕਾਗ਼ਜ਼'],
  ],
  ur: [
    ...['شمال', 'جنوب', 'سرٹیفکیٹ', 'ایکڑ', 'سال', 'جماعت', 'مدد', 'واپس', 'ہاں', 'نہیں', 'دیگر', 'A+', 'A-'],
    ...['(60+)', '1-3', '2', '۱۰', '₹1,000', 'یا', 'اور', '–', 'آج', 'مارچ', '10:30', 'ہندی', 'فیس', 'بیوہ', 'کاغذ'],
  ],
};

const wordsIn = (language: Language): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...(words[language] ?? [])), { minLength: 1, maxLength: 6, size: 'max' })
    .map((all) => all.join(' '));

/** Some begin alike, so that a button shows the same of both. */
const label: fc.Arbitrary<Label> = fc
  .record(Object.fromEntries(languages.map(({ code }) => [code, wordsIn(code)])))
  .chain((own) =>
    fc
      .boolean()
      .map((isLong) =>
        isLong
          ? own
          : Object.fromEntries(Object.entries(own).map(([code, text]) => [code, `${beginnings[code]} ${text}`])),
      ),
  );

const beginnings: Label = {
  en: 'Certificate of residence for',
  hi: 'दिल्ली में रहने का प्रमाण पत्र',
  'hi-Latn': 'Dilli mein rehne ka praman patra',
  pa: 'ਦਿੱਲੀ ਵਿੱਚ ਰਹਿਣ ਦਾ ਸਰਟੀਫ਼ਿਕੇਟ',
  ur: 'دہلی میں رہنے کا سرٹیفکیٹ',
};

/** Labels that nobody could tell apart are a mistake of the service, as is a number that stands at another's place. */
const labels: fc.Arbitrary<readonly Label[]> = fc
  .array(label, { minLength: 3, maxLength: 24, size: 'max' })
  .map((all) => {
    const taken = new Set(standing);
    return all.filter((each) => {
      const spelt = Object.values(each).map(spelling);
      const isNew = spelt.every((text) => !taken.has(text) && !/^[\p{N}\P{L}]*$/u.test(text));
      for (const text of spelt) taken.add(text);
      return isNew;
    });
  })
  .filter((all) => all.length > 1);

/** What stands beside the choices of a service. */
const standing = ['form.skip', 'form.pickDone', 'menu.more'].flatMap((key) => translator.of(key)).map(spelling);

function spelling(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s.,!?।–-]+/g, ' ')
    .trim();
}

interface Offering {
  readonly services: readonly ServiceDefinition[];
  /** The sentences of each service. */
  readonly texts: (language: Language) => Readonly<Record<string, Texts>>;
  /** Comes to where it is offered. */
  readonly begin: (talk: SimulatedTalk) => readonly OutboundMessage[];
}
type Kind = (labels: readonly Label[]) => Offering;

/** A service that asks just these questions. */
const asks = (
  questions: readonly Question[],
  own: (language: Language) => Texts,
  begin: Offering['begin'],
): Offering => ({
  services: [serviceOf(ID, questions)],
  texts: (language) => ({
    [ID]: { name: 'Generated', questions: { asked: { label: 'Asked', ask: 'Which one?' } }, ...own(language) },
  }),
  begin,
});

const NOW = '2026-11-25T05:30:00.000Z';
const ID = 'generated';
const CATEGORY = 'civil-registration';

const tap = (talk: SimulatedTalk, id: string): readonly OutboundMessage[] =>
  talk.hear({ type: 'heard', content: { type: 'choice', id } });

const form = (asking: Form['asking'], answers: Form['answers'] = {}): Form => ({
  applicationId: 'application-1',
  serviceId: ID,
  version: '1',
  answers,
  papers: {},
  papersSkipped: [],
  asking,
  step: 1,
  startedAt: NOW,
});

function opened(talk: SimulatedTalk, open: Form): void {
  talk.conversation = { ...talk.conversation, form: open, consents: { [ID]: catalogue.noticeVersion } };
}

const asked = (talk: SimulatedTalk, more: object = {}): readonly OutboundMessage[] => {
  opened(talk, form({ what: 'question', question: 'asked', tries: 0, ...more }));
  return tap(talk, command.more('asked', 0));
};

const valuesOf = (labels: readonly Label[]): readonly string[] => labels.map((_, at) => `v-${at + 1}`);

const choicesIn = (labels: readonly Label[], language: Language): Texts =>
  Object.fromEntries(labels.map((each, at) => [`v-${at + 1}`, each[language] ?? '']));

const question =
  (type: Question['type'], more: object = {}, asking: object = {}): Kind =>
  (labels) =>
    asks(
      [{ id: 'asked', type, ...(type.endsWith('choice') && { choices: valuesOf(labels) }), ...more }],
      (language) => ({ choices: { asked: choicesIn(labels, language) } }),
      (talk) => asked(talk, asking),
    );

const kinds: readonly Kind[] = [
  question('choice'),
  question('choice', { optional: true }),
  question('choice', {}, { unsure: 'v-1' }),
  question('multi-choice'),
  question('multi-choice', {}, { picked: ['v-2'] }),
  question('yes-no'),
  ...(['text', 'number', 'money', 'date', 'phone', 'long-text'] as const).map((type) =>
    question(type, { optional: true }),
  ),
  // Which of the answers shall be changed.
  (labels) =>
    asks(
      labels.map((_, at): Question => ({ id: `q${at + 1}`, type: 'text' })),
      (language) => ({
        questions: Object.fromEntries(
          labels.map((each, at) => [`q${at + 1}`, { label: each[language] ?? '', ask: '?' }]),
        ),
      }),
      (talk) => {
        opened(talk, form({ what: 'summary' }, Object.fromEntries(labels.map((_, at) => [`q${at + 1}`, 'x']))));
        return tap(talk, command.formChange);
      },
    ),
  // Free days, or the free times of one.
  (labels) =>
    asks(
      [],
      () => ({}),
      (talk) => {
        const times = labels.map((_, at) => `${String(9 + (at % 9)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`);
        const free = [...new Set(times)].toSorted();
        const days = labels.map((_, at) => ({ day: plusDays('2026-11-26', at * 17), times: free }));
        talk.conversation = { ...talk.conversation, slots: { applicationId: 'application-1', days } };
        const [first] = days;
        return tap(talk, labels.length % 2 === 0 || !first ? command.slotDays : command.slotDay(first.day));
      },
    ),
  // The services of a category.
  (labels) => ({
    services: valuesOf(labels).map((id) => serviceOf(id, [])),
    texts: (language) =>
      Object.fromEntries(
        labels.map((each, at) => [`v-${at + 1}`, { menu: each[language] ?? '', intro: 'It is free.' }]),
      ),
    begin: (talk) => tap(talk, command.category(CATEGORY)),
  }),
];

/** Any message with choices that a talk can come to, by any labels, in any language, on any of its pages. */
export const anyScreen: fc.Arbitrary<Screen> = fc
  .record({
    all: labels,
    kind: fc.constantFrom(...kinds),
    language: fc.constantFrom(...languages.map(({ code }) => code)),
    pages: fc.nat(2),
  })
  .map(({ all, kind, language, pages }) => {
    const { services, texts: own, begin } = kind(all);
    const talk = new SimulatedTalk(language, NOW);
    talk.conversation = { ...talk.conversation, languageChosen: true };
    talk.catalogue = catalogueOf(services, catalogue.noticeVersion);
    const ours = languages.map(({ code }) => [code, { ...texts[code], services: own(code) }] as const);
    talk.translator = openTranslator(Object.fromEntries(ours), languages);
    let said = begin(talk).at(-1);
    for (let turned = 0; turned < pages; turned += 1) {
      const more = said?.choices?.find(({ label }) => keysOf(label).includes('menu.more'));
      said = more ? tap(talk, more.id).at(-1) : said;
    }
    if (!said?.choices) throw new Error('nothing is offered');
    const shown = said;
    return { talk, said, [fc.toStringMethod]: () => talk.shown(shown) };
  });

const serviceOf = (id: string, questions: readonly Question[]): ServiceDefinition =>
  defineService({
    id,
    department: 'mcd',
    category: CATEGORY,
    kind: 'application',
    outcome: 'acknowledgement',
    version: '1',
    rules: [],
    questions,
    timeLimits: [{ days: { value: 7, from: '2020-01-01', verified: true, source: 'a test' }, unit: 'calendar' }],
    steps: [{ role: 'fso', action: 'approve', days: 1 }],
  });
