import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages as installed } from '#config/languages.ts';
import { type Catalogue, catalogueOf } from '#domain/catalogue/catalogue.ts';
import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { answersThatApply } from '#domain/catalogue/questions.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { command } from '#domain/conversation/commands.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import {
  type Outcome,
  type Standing,
  type Submission,
  type TalkEvent,
  voiceProblems,
} from '#domain/conversation/event.ts';
import type { Meaning } from '#domain/conversation/meaning.ts';
import { freshConversation, type Turn, type TurnContext } from '#domain/conversation/turn.ts';
import { applicationStatuses } from '#domain/service-application/status.ts';
import { rupees } from '#domain/shared/money.ts';
import type { Phrase } from '#domain/shared/phrase.ts';
import { dayOf, type Instant, plusMinutes } from '#domain/shared/time.ts';
import { catalogue, missingKeys, translator } from '#test/kit/dialogue.ts';
import { playPlainly } from '#test/kit/plain-dialogue.ts';

const languages = installed.map(({ code }) => code);

/** Half past ten in Delhi. */
const now = '2026-11-25T05:00:00.000Z';
const serviceIds = catalogue.services.map(({ id }) => id);
const questionIds = catalogue.services.flatMap(({ questions }) => questions.map(({ id }) => id));

const texts = [
  ...[
    'haan',
    'nahi',
    'yes',
    'no',
    'हाँ',
    'नहीं',
    '1',
    '2',
    '४',
    '10',
    'peeche',
    'chhodo',
    'skip',
    'radd',
    'help',
    'fees',
  ],
  ...[
    'English',
    'हिंदी',
    'stop',
    'start',
    'summary',
    'kisi se baat karao',
    'ladki',
    'ghar par',
    'hospital',
    'maa',
    'drain',
  ],
  ...[
    '5 march 2026',
    '१०/३/२०२६',
    '1/1/2020',
    'kal',
    '31/2/2026',
    '112000700000041',
    '12345',
    'Kavita Sharma',
    'अनाया',
  ],
  ...['Lok Nayak Hospital', 'House 40, Gali 9, Karol Bagh, New Delhi 110005', 'pita ka naam Rohit Kumar hai', 'same'],
  ...[
    'beti, 5 march 2026, maa ka naam Kavita Sharma',
    'naam galat hai, Ananya',
    '',
    '   ',
    'x'.repeat(5000),
    '{{answer}}',
    '$t(talk.welcome)',
  ],
];

const taps = [
  ...Object.values(command).flatMap((each) => (typeof each === 'string' ? [each] : [])),
  ...serviceIds.flatMap((id) => [command.apply(id), command.info(id), command.formSwitch(id)]),
  ...questionIds.flatMap((id) => [command.skip(id), command.same(id), command.change(id), command.more(id, 9)]),
  ...catalogue.services.flatMap(({ questions }) =>
    questions.flatMap(({ id, choices = [] }) => choices.map((value) => command.answer(id, value))),
  ),
  ...catalogue.services.flatMap(({ papers = [] }) =>
    papers.flatMap(({ id }) => [command.paperSkip(id), command.paperKeep(id)]),
  ),
  ...languages.map(command.language),
  ...[
    'nonsense',
    '',
    '////',
    'answer/__proto__/x',
    'more/change/9',
    'service/none/apply',
    'language/fr',
    'constructor',
  ],
  ...[
    command.billPay('full'),
    command.billPay('oldest'),
    command.queryAnswer('a-1'),
    command.reopen('a-1'),
    command.pay('a-1'),
    command.link,
  ],
];

const standing = (status: string): Standing => ({
  id: 'a-1',
  serviceId: 'birth-certificate',
  kind: 'application',
  acknowledgementNumber: 'MCD-26-1-4',
  status,
  filedAt: now,
  dueOn: '2026-03-30',
  since: now,
});

type Step =
  | { readonly kind: 'text'; readonly text: string; readonly meaning?: Meaning }
  | { readonly kind: 'event'; readonly event: TalkEvent | Outcome }
  /** What belongs to what the talk waits for just then. */
  | { readonly kind: 'shown'; readonly nth: number }
  | { readonly kind: 'paper'; readonly facts: boolean }
  | { readonly kind: 'bill'; readonly owed: number }
  /** The moment for which the talk wanted to be woken. */
  | { readonly kind: 'timer' }
  /** The world's answer about the form that is open, whichever it is. */
  | { readonly kind: 'ours'; readonly news: (form: FormNews) => TalkEvent | Outcome };

interface FormNews {
  readonly applicationId: string;
  readonly serviceId: string;
  readonly noteId: string;
  /** A free time that was shown, if any was. */
  readonly slot: string;
}

const meaning: fc.Arbitrary<Meaning> = fc
  .record({
    service: fc.constantFrom(...serviceIds, 'not-installed'),
    act: fc.constantFrom('apply', 'pay', 'status', 'info'),
    general: fc.option(
      fc.constantFrom(
        'greet',
        'help',
        'human',
        'language',
        'cancel',
        'back',
        'track',
        'grievance',
        'optout',
        'verify-message',
      ),
    ),
    band: fc.constantFrom('act', 'offer', 'lost'),
    language: fc.constantFrom(...languages),
    rude: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
  .map(({ service, act, general, band, language, rude }) => {
    const intent = general
      ? ({ type: 'general', general } as Meaning['intent'])
      : ({ type: 'service', service, act } as Meaning['intent']);
    return {
      intent,
      confidence: 0.8,
      band,
      language,
      ...(rude && { isRude: true }),
      alternatives: [{ intent, confidence: 0.8 }],
    } as Meaning;
  });

/** Definitions as they may be published while a talk goes on; the first are those that it began with. */
const editions: readonly Catalogue[] = [
  catalogue,
  editionOf('2099-01-01', (service) => ({
    ...service,
    // A question gone, and a choice of every other.
    questions: service.questions
      .filter(({ id }, at) => at > 0 || id === service.dues?.account)
      .map((each) => (each.choices ? { ...each, choices: each.choices.slice(1) } : each)),
  })),
  editionOf('2099-02-01', (service, at) => (at % 2 === 0 ? undefined : service)),
];

function editionOf(
  version: string,
  change: (service: ServiceDefinition, at: number) => ServiceDefinition | undefined,
): Catalogue {
  const changed = catalogue.services.flatMap((service, at) => change(service, at) ?? []);
  return catalogueOf(
    changed.map((service) => ({ ...service, version })),
    catalogue.noticeVersion,
  );
}

const ours = (news: (form: FormNews) => TalkEvent | Outcome): Step => ({ kind: 'ours', news });

/** What comes of a form that is open, from beside the talk. */
const newsOfForm: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom('paid', 'failed', 'pending', 'to-be-refunded', 'returned')
    .map((outcome) => ours((form) => ({ type: 'payment', ...form, outcome, amount: rupees(50) }) as TalkEvent)),
  fc
    .constantFrom('application.duplicate', 'booking.slotTaken', 'application.notNow', 'consent.missing', 'form.over')
    .chain((key) =>
      fc
        .constantFrom('submit', 'hold-slot', 'move-booking', 'reopen')
        .map((wish) => ours(() => ({ type: 'refused', wish: wish as 'submit', key, details: { number: 'MCD-1' } }))),
    ),
  fc.constantFrom('certificate', 'receipt').map((kind) =>
    ours(({ applicationId, serviceId }) => ({
      type: 'document-issued',
      application: { ...standing('issued'), id: applicationId, serviceId },
      kind: kind as 'receipt',
      number: 'MCD-D-1',
      documentId: 'd-1',
      link: 'https://example.test/d/1',
      verifyUrl: 'https://example.test/v/1',
    })),
  ),
  fc
    .dictionary(fc.constantFrom(...questionIds), fc.constantFrom('Kavita Sharma', '2026-03-05', '12', 'female'), {
      maxKeys: 4,
    })
    .map((answers) => ours(({ applicationId }) => ({ type: 'filled', applicationId, answers, papers: [] }))),
  fc
    .constantFrom(...texts.filter((text) => text.trim() !== ''))
    .map((text) => ours(({ noteId }) => ({ type: 'transcribed', noteId, text }))),
  fc.constantFrom(...voiceProblems).map((why) => ours(({ noteId }) => ({ type: 'not-transcribed', noteId, why }))),
  fc.constantFrom<Step>(
    ours(({ applicationId }) => ({
      type: 'payment-link',
      applicationId,
      paymentId: 'p-1',
      amount: rupees(50),
      url: 'https://example.test/pay/1',
    })),
    ours(({ applicationId }) => ({
      type: 'slots',
      applicationId,
      days: [
        { day: '2026-11-26', times: ['10:00', '10:30'] },
        { day: '2026-11-27', times: ['11:00'] },
      ],
    })),
    ours(({ applicationId }) => ({ type: 'slots', applicationId, days: [] })),
    ours(({ applicationId, slot }) => ({ type: 'held', applicationId, slot, minutes: 15 })),
  ),
);

const heard = (content: Extract<TalkEvent, { type: 'heard' }>['content']): Step => ({
  kind: 'event',
  event: { type: 'heard', content },
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom(...texts), meaning }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('text' as const), text: fc.string({ unit: 'grapheme' }) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('shown' as const), nth: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.constantFrom(...taps).map((id) => heard({ type: 'choice', id })) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('paper' as const), facts: fc.boolean() }) },
  { weight: 4, arbitrary: newsOfForm },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('bill' as const), owed: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'timer' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('image', 'document', 'audio', 'video', 'sticker')
      .map((kind) => heard({ type: 'media', media: { ref: 'r', kind: kind as 'image', mime: 'image/jpeg' } })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...applicationStatuses).map(
      (status): Step => ({
        kind: 'event',
        event: { type: 'tracked', applications: [standing(status)] },
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<TalkEvent | Outcome>(
        { type: 'query-raised', application: standing('query-raised'), question: 'Which house?' },
        { type: 'rejected', application: standing('rejected'), reason: 'Unreadable' },
        { type: 'resolved', application: standing('resolved'), note: 'Done' },
        { type: 'filed', application: standing('submitted') },
        { type: 'gateway-down', applicationId: 'a-1' },
        { type: 'paper-lost', paperId: 'id-1' },
        { type: 'timer', token: 'id-1' },
        { type: 'officer-joined', handoverId: 'id-1', role: 'dealing-assistant' },
        { type: 'officer-joined', handoverId: 'id-2', role: 'dealing-assistant' },
        { type: 'officer-said', handoverId: 'id-1', text: 'Namaste' },
        { type: 'officer-left', handoverId: 'id-1' },
        { type: 'passed-on', opensAt: '2026-11-26T04:00:00.000Z' },
        { type: 'handed-over', handoverId: 'id-1' },
        { type: 'handed-over', handoverId: 'id-2', opensAt: '2026-11-26T04:00:00.000Z' },
        { type: 'recalled', answers: {}, papers: {} },
        { type: 'recalled', from: 'MCD-1', answers: { applicant_name: 'Sunita Devi', gender: 'female' }, papers: {} },
        { type: 'joined' },
        { type: 'resumed', language: 'en' },
        { type: 'not-joined', key: 'citizen.linkUnknown' },
        { type: 'linked', code: 'EK-34AC-DEFG', minutes: 10 },
        { type: 'tracked', applications: [] },
        { type: 'submitted', application: standing('submitted'), fee: rupees(0) },
        { type: 'submitted', application: standing('payment-pending'), fee: rupees(5) },
        { type: 'done', wish: 'answer-query' },
        { type: 'done', wish: 'reopen' },
        { type: 'heard', content: { type: 'location', latitude: 28.65, longitude: 77.19 } },
        { type: 'heard', content: { type: 'contact', phones: [] } },
        { type: 'heard', content: { type: 'unsupported', what: 'poll' } },
        { type: 'heard', content: { type: 'silent', what: 'reaction' } },
      )
      .map((event): Step => ({ kind: 'event', event })),
  },
);

function eventOf(step: Step, conversation: Conversation, last: Turn | undefined): TalkEvent | Outcome {
  const { form } = conversation;
  switch (step.kind) {
    case 'text':
      return { type: 'heard', content: { type: 'text', text: step.text } };
    case 'event':
      return step.event;
    case 'timer':
      return { type: 'timer', token: conversation.timer ?? 'none' };
    case 'ours': {
      const [day] = conversation.slots?.days ?? [];
      return step.news({
        applicationId: form?.applicationId ?? 'a-1',
        serviceId: form?.serviceId ?? 'birth-certificate',
        noteId: conversation.voice?.noteId ?? 'none',
        slot: `${day?.day ?? '2026-11-26'}T${day?.times[0] ?? '10:00'}`,
      });
    }
    case 'shown': {
      const shown = last?.replies.flatMap(({ choices = [] }) => choices) ?? [];
      const id = shown[step.nth % Math.max(shown.length, 1)]?.id ?? command.services;
      return { type: 'heard', content: { type: 'choice', id } };
    }
    case 'paper': {
      const reading = form?.asking.what === 'reading' ? form.asking : undefined;
      const facts = {
        mother_name: { value: 'Kavita Sharma', confidence: 0.9, source: 'ocr' as const },
        child_dob: { value: '2026-03-05', confidence: 0.9, source: 'ocr' as const },
      };
      return reading && step.facts
        ? {
            type: 'paper-read',
            paperId: reading.paperId,
            reading: { type: 'birth-slip', quality: 'good', facts, problems: [] },
          }
        : {
            type: 'paper-read',
            paperId: reading?.paperId ?? 'none',
            reading: { quality: 'unusable', facts: {}, problems: ['blurred'] },
          };
    }
    case 'bill': {
      const account = form?.answers.upic ?? '';
      if (step.owed === 0) return { type: 'no-bill', account };
      const demands = Array.from({ length: step.owed - 1 }, (_, at) => ({
        id: `d${at}`,
        period: `202${at}-2${at + 1}`,
        amount: rupees(100),
        dueOn: '2027-03-31',
      }));
      return {
        type: 'bill',
        account,
        bill: { owner: 'D***', address: 'Green Park', demands, total: rupees(100 * demands.length) },
      };
    }
  }
}

/** `widow-pension/father_name`: what is answered, in the open form and in those put aside. */
const answersIn = ({ form, drafts = [] }: Conversation): readonly string[] =>
  (form ? [form, ...drafts] : drafts).flatMap(({ serviceId, answers }) =>
    Object.keys(answers).map((question) => `${serviceId}/${question}`),
  );

/** After these sentences something is gone, as the citizen wanted it or was told. */
const TAKES_BACK: ReadonlySet<string> = new Set([
  'form.cancelled',
  'form.definitionChanged',
  'talk.serviceGone',
  'form.entryRemoved',
  'form.expired',
  'bill.nothingDue',
  'bill.noSuchAccount',
  'bill.otherAccountAsked',
  'booking.slotTaken',
]);

/** One turn as a log keeps it. */
interface Logged {
  readonly event: TalkEvent | Outcome;
  readonly meaning?: Meaning | undefined;
  readonly now: Instant;
  /** Which definitions were in force. */
  readonly edition: number;
}

interface Told extends Logged {
  readonly before: Conversation;
  readonly turn: Turn;
}

const contextOf = (at: number, { meaning, edition, now }: Omit<Logged, 'event'>): TurnContext => ({
  now,
  catalogue: editions[edition] ?? catalogue,
  languages: installed,
  freshId: `id-${at}`,
  mostMegabytes: 5,
  words: (key) => translator.of(key),
  meaning,
});

interface Given {
  readonly from: Conversation;
  readonly steps: readonly Step[];
  /** At which step other definitions are published, and which. */
  readonly published: { readonly at: number; readonly edition: number };
}

function tell({ from, steps, published }: Given): readonly Told[] {
  let conversation = from;
  let last: Turn | undefined;
  let time = now;
  return steps.map((each, at) => {
    const event = eventOf(each, conversation, last);
    const meaning = each.kind === 'text' ? each.meaning : undefined;
    const before = conversation;
    const edition = at < published.at ? 0 : published.edition;
    // Talks are woken of a morning.
    if (each.kind === 'timer') time = plusMinutes(time, 24 * 60);
    last = nextTurn(before, event, contextOf(at, { meaning, edition, now: time }));
    conversation = last.conversation;
    return { before, event, meaning, edition, now: time, turn: last };
  });
}

const keysIn = (said: Phrase): readonly string[] =>
  'key' in said ? [said.key] : 'lines' in said ? said.lines.flatMap(keysIn) : [];

const fresh = freshConversation('hi');

/** A talk in which all is told, and what it comes to is shown: the summary, or the bill. */
function lastShown(id: string): Conversation {
  const service = catalogue.find(id);
  let last: Conversation | undefined;
  if (service) {
    playPlainly(service, 'hi', undefined, ({ conversation }) => {
      if (['summary', 'bill-confirmation'].includes(conversation.form?.asking.what ?? '')) last ??= conversation;
    });
  }
  if (!last) throw new Error(`${id} shows nothing before it files`);
  return last;
}
const shownOnes = [
  'sanitation-complaint',
  'birth-certificate',
  'income-certificate',
  'hospital-appointment',
  'community-hall-booking',
  'property-tax-payment',
  'water-bill-payment',
].map(lastShown);

/** Most talks begin a service, each as likely as any other, and get as far as its questions; some stand at their end. */
const begun: fc.Arbitrary<Pick<Given, 'from' | 'steps'>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ from: fresh, steps: [] }) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(...serviceIds).map((id) => ({
      from: fresh,
      steps: [command.apply(id), command.consentGive].map((tap) => heard({ type: 'choice', id: tap })),
    })),
  },
  { weight: 3, arbitrary: fc.constantFrom(...shownOnes).map((from) => ({ from, steps: [] })) },
);
const steps: fc.Arbitrary<Given> = fc
  .tuple(
    begun,
    fc.array(step, { maxLength: 60 }),
    fc.record({ at: fc.integer({ min: 1, max: 40 }), edition: fc.constantFrom(0, 0, 1, 2) }),
  )
  .map(([{ from, steps: first }, others, published]) => ({ from, steps: [...first, ...others], published }));
const law = (check: (told: readonly Told[], from: Conversation) => void): void =>
  fc.assert(
    fc.property(steps, (given) => check(tell(given), given.from)),
    { numRuns: 150 },
  );

/** Rules that stand in the way of what is filed. */
function blockedIn({ serviceId, answers }: Submission, { edition, now: time }: Told): readonly string[] {
  const today = dayOf(time);
  const service = editions[edition]?.find(serviceId);
  const facts = service ? answersAsFacts(service, answers, today) : {};
  return service ? judge(service, facts, today).blocking.map(({ id }) => id) : [];
}

describe('any talk', () => {
  it('goes on whatever comes, says little at a time, and has a sentence for all it says', () => {
    law((told) => {
      for (const { turn } of told) {
        expect(turn.replies.length).toBeLessThanOrEqual(3);
        for (const { text, choices = [] } of turn.replies) {
          expect(choices.length).toBeLessThanOrEqual(10);
          for (const language of languages) expect(translator.say(text, language)).not.toBe('');
        }
      }
      expect(missingKeys()).toEqual([]);
    });
  });

  it('answers everything that a citizen sends, reactions apart', () => {
    law((told) => {
      for (const { event, turn } of told) {
        if (event.type !== 'heard' || event.content.type === 'silent') continue;
        expect(turn.replies.length + turn.wishes.length).toBeGreaterThan(0);
      }
    });
  });

  it('says nothing in three turns running, links and documents apart', () => {
    law((told) => {
      const said = told
        .filter(({ turn }) => turn.replies.length > 0)
        .map(({ turn }) => turn.replies.map(({ text }) => JSON.stringify(text)));
      for (const [at, texts] of said.entries()) {
        // Of a summary in several bubbles only the first says what is new.
        const whole = texts.filter((text) => !text.startsWith('{"lines":[{"key":"form.answerLine"'));
        const thrice = whole.filter((text) => said[at - 1]?.includes(text) && said[at - 2]?.includes(text));
        expect(thrice).toEqual([]);
      }
    });
  });

  it('loses no answer that nobody took back, also of a form that was put aside', () => {
    law((told) => {
      for (const { before, event, turn } of told) {
        const after = new Set(answersIn(turn.conversation));
        const lost = answersIn(before).filter((each) => !after.has(each));
        const said = turn.replies.flatMap(({ text }) => keysIn(text));
        const isEnded = event.type === 'submitted' || turn.wishes.some(({ type }) => type === 'withdraw-consent');
        const isBack = event.type === 'heard' && event.content.type === 'text' && event.content.text === 'peeche';
        if (isEnded || said.some((key) => TAKES_BACK.has(key)) || (isBack && lost.length === 1)) continue;
        expect(lost).toEqual([]);
      }
    });
  });

  it('is the same after it was stored', () => {
    law((told) => {
      for (const { turn } of told) expect(JSON.parse(JSON.stringify(turn.conversation))).toEqual(turn.conversation);
    });
  });

  it('comes out the same when it is replayed from its log', () => {
    law((told, from) => {
      // What a log keeps of each turn: the event, and what came in from outside.
      const log = JSON.parse(
        JSON.stringify(told.map(({ event, meaning, edition, now: time }) => ({ event, meaning, edition, now: time }))),
      ) as Logged[];
      let conversation = from;
      for (const [at, { event, ...outside }] of log.entries()) {
        conversation = nextTurn(conversation, event, contextOf(at, outside)).conversation;
      }
      expect(conversation).toEqual(told.at(-1)?.turn.conversation ?? from);
    });
  });

  it('comes out the same when it is told again', () => {
    fc.assert(
      fc.property(steps, (given) => {
        expect(tell(given)).toEqual(tell(given));
      }),
      { numRuns: 60 },
    );
  });

  it('files nothing that was not shown in a summary and affirmed, and nothing else than was shown', () => {
    const shownIn = ({ form }: Conversation, edition: number, time: Instant) => {
      const service = form && editions[edition]?.find(form.serviceId);
      return form && service
        ? { answers: answersThatApply(service, form.answers, dayOf(time)), papers: Object.keys(form.papers) }
        : undefined;
    };
    law((told, from) => {
      let shown = shownIn(from, 0, now);
      for (const each of told) {
        const { before, event, turn, edition } = each;
        for (const wish of turn.wishes) {
          if (wish.type !== 'submit') continue;
          expect(blockedIn(wish.submission, each)).toEqual([]);
          expect(event.type).toBe('heard');
          if (event.type === 'heard' && event.content.type !== 'choice') {
            // Words affirm what was said last: the summary, the bill, or that a second one is wanted.
            const affirmed = wish.submission.billed ? ['bill/pay/'] : ['form/submit', 'form/second/'];
            const ids = before.offered?.map(({ id }) => id) ?? [];
            expect(ids.filter((id) => affirmed.some((each) => id.startsWith(each)))).not.toEqual([]);
          }
          expect(before.form?.applicationId).toBe(wish.submission.applicationId);
          expect(before.consents[wish.submission.serviceId]).toBe(catalogue.noticeVersion);
          if (wish.submission.billed) {
            expect(before.form?.asking.what).toBe('bill-confirmation');
          } else {
            expect(before.form?.asking.what).toBe('summary');
            expect(wish.submission.answers).toEqual(shown?.answers);
            expect(wish.submission.papers.map(({ requirement }) => requirement)).toEqual(shown?.papers);
          }
        }
        if (turn.replies.some(({ text }) => keysIn(text).includes('form.summary'))) {
          shown = shownIn(turn.conversation, edition, each.now);
        }
      }
    });
  });

  it('keeps nothing of what is said before consent is given', () => {
    law((told) => {
      for (const { turn } of told) {
        const { form } = turn.conversation;
        if (form?.asking.what === 'consent') expect([form.answers, form.papers]).toEqual([{}, {}]);
      }
    });
  });

  it('asks for consent to a service before anything else of its form', () => {
    law((told) => {
      for (const { turn } of told) {
        const { form, consents } = turn.conversation;
        if (form && form.asking.what !== 'consent') expect(Object.keys(consents)).toContain(form.serviceId);
      }
    });
  });
});
