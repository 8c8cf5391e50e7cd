import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import type { Question } from '#domain/catalogue/service-definition.ts';
import { command } from '#domain/conversation/commands.ts';
import type { ShownBill, Standing, TalkEvent, VoiceProblem } from '#domain/conversation/event.ts';
import type { MediaRef, OutboundMessage } from '#domain/conversation/message.ts';
import { textIn } from '#domain/conversation/voice-talk.ts';
import type { PaperProblem } from '#domain/document/reading.ts';
import type { Language } from '#domain/shared/language.ts';
import { rupees } from '#domain/shared/money.ts';
import { catalogue, meaningOf, SimulatedTalk, translator } from './dialogue.ts';

/*
 * A transcript is a talk as one would read it:
 *   title: …  language: hi  now: 2026-03-23T05:00:00.000Z     its head, one to a line; `voice: on` where notes are heard, `forms: yes` where the channel has forms, `repairs: cancel, skip` for what goes astray in it
 *   M: birth-certificate apply      what the language engine makes of the next text; nothing when it is left out
 *   C: text                         the citizen writes; `(tap) Haan`, `(tap) #menu/mine`, `(photo)`, `(voice)`, `(place) 28.65,77.19 Karol Bagh`
 *   S: …                            something outside happens; see `happenings`
 *   D: gone complaint_type drain    a newer definition of the open form's service, without this choice, or without a whole question
 *   W: submit                       the talk has wished for this since the line before
 *   E: text                         what is said, further lines indented; what can be tapped stands last, as [Haan] [Nahi]; `...` stands for anything
 */

export interface Played {
  /** The transcript as it went. */
  readonly actual: string;
  /** The transcript as it should go, its `...` filled in where they fit. */
  readonly expected: string;
  readonly talk: SimulatedTalk;
}

const media = (kind: MediaRef['kind']): TalkEvent => ({
  type: 'heard',
  content: { type: 'media', media: { ref: `file-${kind}`, kind, mime: kind === 'image' ? 'image/jpeg' : 'audio/ogg' } },
});

/** Plays a transcript; what it expects is compared by whoever asked. `look` sees every screen. */
export function play(
  transcript: string,
  look: (talk: SimulatedTalk, said: readonly OutboundMessage[]) => void = () => {},
): Played {
  const lines = transcript.trimEnd().split('\n');
  const head = (name: string): string =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const talk = new SimulatedTalk(head('language') as Language, head('now'));
  talk.hearsVoice = head('voice') === 'on';
  talk.hasForms = head('forms') === 'yes';
  const actual: string[] = [];
  let meaning: string | undefined;
  for (const line of lines) {
    if (/^(E: | {2})/.test(line)) continue;
    if (line.startsWith('W: ')) {
      const wished = talk.wishes.map(({ type }) => type);
      actual.push(wished.includes(line.slice(3) as (typeof wished)[number]) ? line : `W: (not wished for) ${wished}`);
      talk.wishes = [];
      continue;
    }
    actual.push(line);
    if (line.startsWith('M: ')) meaning = line.slice(3);
    if (line.startsWith('D: ')) changeDefinition(line.slice(3), talk);
    const event = eventOf(line, talk);
    if (!event) continue;
    const text = textIn(talk.conversation, event, (key) => translator.of(key));
    const said = talk.hear(event, text === undefined ? undefined : meaningOf(meaning ?? 'lost', text));
    meaning = undefined;
    look(talk, said);
    actual.push(...said.map((message) => indented(`E: ${talk.shown(message)}`)));
  }
  return { actual: actual.join('\n'), expected: filledIn(lines, actual.join('\n').split('\n')), talk };
}

const indented = (text: string): string => text.replaceAll('\n', '\n  ');

/** Lines with `...` become the actual ones where they match. */
const filledIn = (expected: readonly string[], actual: readonly string[]): string =>
  expected
    .map((line, index) => {
      const found = actual[index];
      if (!line.includes('...') || found === undefined) return line;
      const [first = '', ...rest] = line.split('...');
      const last = rest.pop() ?? '';
      return found.startsWith(first) && found.endsWith(last) && rest.every((part) => found.includes(part))
        ? found
        : line;
    })
    .join('\n');

function eventOf(line: string, talk: SimulatedTalk): TalkEvent | undefined {
  if (line.startsWith('C: ') || line === 'C:') return citizenEvent(line.slice(3), talk);
  if (!line.startsWith('S: ')) return undefined;
  const [, what = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line.slice(3)) ?? [];
  const event = happenings[what]?.(rest, talk);
  if (!event) throw new Error(`nothing is known to happen by "${line}"`);
  return event;
}

function citizenEvent(said: string, talk: SimulatedTalk): TalkEvent {
  const [, act, rest = ''] = /^\((tap|photo|voice|video|sticker|place|contact|long|other)\)\s*(.*)$/.exec(said) ?? [];
  switch (act) {
    case 'tap':
      return {
        type: 'heard',
        content: { type: 'choice', id: rest.startsWith('#') ? rest.slice(1) : tapped(rest, talk) },
      };
    case 'photo':
      return media('image');
    case 'voice':
      return media('audio');
    case 'video':
      return media('video');
    case 'sticker':
      return media('sticker');
    case 'place': {
      const [, latitude, longitude, address] = /^([\d.]+),([\d.]+)\s*(.*)$/.exec(rest) ?? [];
      const place = { latitude: Number(latitude), longitude: Number(longitude) };
      return { type: 'heard', content: { type: 'location', ...place, ...(address && { address }) } };
    }
    case 'contact':
      return { type: 'heard', content: { type: 'contact', phones: [rest] } };
    case 'long':
      return { type: 'heard', content: { type: 'text', text: 'bahut '.repeat(900) } };
    case 'other':
      return { type: 'heard', content: { type: 'unsupported', what: 'poll' } };
    default:
      return { type: 'heard', content: { type: 'text', text: said } };
  }
}

/** The newest choice with this label. */
function tapped(label: string, talk: SimulatedTalk): string {
  const shown = talk.said.toReversed().flatMap(({ choices = [] }: OutboundMessage) => choices);
  const found = shown.find((choice) => talk.shown({ text: choice.label }) === label);
  // What cannot be tapped is answered as a stale tap, which no transcript expects by a label.
  return found?.id ?? `nothing-called/${label}`;
}

const happenings: Readonly<Record<string, (rest: string, talk: SimulatedTalk) => TalkEvent | undefined>> = {
  // paper birth-slip child_dob=2026-03-05; mother_name=Kavita Sharma
  paper: (rest, talk) => {
    const [, type, facts = ''] = /^(\S+)\s*(.*)$/.exec(rest) ?? [];
    return {
      type: 'paper-read',
      paperId: paperIn(talk),
      reading: { ...(type && { type }), quality: 'good', facts: factsIn(facts), problems: [] },
    };
  },
  // unreadable blurred
  unreadable: (problem, talk) => ({
    type: 'paper-read',
    paperId: paperIn(talk),
    reading: { quality: 'unusable', facts: {}, problems: [problem as PaperProblem] },
  }),
  // voice what was said; no-voice noWords
  voice: (text, talk) => ({ type: 'transcribed', noteId: talk.conversation.voice?.noteId ?? 'none', text }),
  'no-voice': (why, talk) => ({
    type: 'not-transcribed',
    noteId: talk.conversation.voice?.noteId ?? 'none',
    why: why as VoiceProblem,
  }),
  // A screen of the open form: filled child_gender=female; child_dob=2026-03-01
  filled: (rest, talk) => ({ type: 'filled', applicationId: formIn(talk), answers: pairsIn(rest), papers: [] }),
  // The form was sent off.
  'form-sent': (_, talk) => ({
    type: 'heard',
    content: { type: 'choice', id: command.formFilled(formIn(talk)) },
  }),
  'paper-lost': (_, talk) => ({ type: 'paper-lost', paperId: paperIn(talk) }),
  // bill D***a | House 1, Green Park | 2025-26 5200; 2026-27 4848
  bill: (rest, talk) => ({ type: 'bill', account: accountIn(talk), bill: billIn(rest) }),
  'no-bill': (_, talk) => ({ type: 'no-bill', account: accountIn(talk) }),
  'bill-down': (_, talk) => ({ type: 'bill-source-down', account: accountIn(talk) }),
  link: (_, talk) => ({
    type: 'payment-link',
    applicationId: newest(talk).id,
    paymentId: 'payment-1',
    amount: newest(talk).unpaid ?? rupees(0),
    url: 'https://pay.example/p/1',
  }),
  paid: (_, talk) => paymentEvent(talk, 'paid'),
  failed: (_, talk) => paymentEvent(talk, 'failed'),
  pending: (_, talk) => paymentEvent(talk, 'pending'),
  filed: (_, talk) => ({ type: 'filed', application: become(talk, 'submitted') }),
  query: (question, talk) => ({ type: 'query-raised', application: become(talk, 'query-raised'), question }),
  resolved: (note, talk) => ({ type: 'resolved', application: become(talk, 'resolved'), note }),
  rejected: (reason, talk) => ({ type: 'rejected', application: become(talk, 'rejected'), reason }),
  issued: (number, talk) => issued(talk, number, 'certificate'),
  receipt: (number, talk) => issued(talk, number, 'receipt'),
  // officer joined dealing-assistant; officer said <text>; officer left; officer silent
  officer: (what, talk) => officerEvent(what, talk.conversation.person?.handoverId ?? 'none'),
  // The morning for which the talk has set its timer.
  timer: (_, talk) => {
    talk.now = talk.wakesAt ?? talk.now;
    return { type: 'timer', token: talk.conversation.timer ?? '' };
  },
};

function officerEvent(what: string, handoverId: string): TalkEvent | undefined {
  const [, act, rest = ''] = /^(joined|said|left|silent)\s*(.*)$/.exec(what) ?? [];
  if (act === 'joined') return { type: 'officer-joined', handoverId, role: rest };
  if (act === 'said') return { type: 'officer-said', handoverId, text: rest };
  if (act === 'silent') return { type: 'officer-left', handoverId, isSilent: true };
  return act === 'left' ? { type: 'officer-left', handoverId } : undefined;
}

const issued = (talk: SimulatedTalk, number: string, kind: 'certificate' | 'receipt'): TalkEvent => ({
  type: 'document-issued',
  application: become(talk, kind === 'receipt' ? 'paid' : 'issued'),
  kind,
  number,
  documentId: 'document-1',
  link: 'https://example.org/d/1',
  verifyUrl: `https://example.org/v/${number}`,
});

const paymentEvent = (talk: SimulatedTalk, outcome: 'paid' | 'failed' | 'pending'): TalkEvent => ({
  type: 'payment',
  applicationId: newest(talk).id,
  serviceId: newest(talk).serviceId,
  outcome,
  amount: newest(talk).unpaid ?? rupees(0),
});

/** Where nothing was submitted, an application that nobody knows: the transcript then shows that it goes wrong. */
const newest = (talk: SimulatedTalk): Standing =>
  talk.applications.at(-1) ?? {
    id: 'none',
    serviceId: 'none',
    kind: 'application',
    acknowledgementNumber: 'none',
    status: 'none',
    filedAt: talk.now,
    dueOn: '2026-01-01',
    since: talk.now,
  };

function become(talk: SimulatedTalk, status: string): Standing {
  const { unpaid: _paid, ...rest } = newest(talk);
  const changed = { ...rest, status, since: talk.now };
  talk.applications.splice(-1, 1, changed);
  return changed;
}

const paperIn = ({ conversation: { form } }: SimulatedTalk): string =>
  form?.asking.what === 'reading' ? form.asking.paperId : 'no-paper';

const formIn = ({ conversation: { form } }: SimulatedTalk): string => form?.applicationId ?? 'no-form';

/** The service of the open form as it is defined anew: a question stands no more, or one of its choices. */
function changeDefinition(what: string, talk: SimulatedTalk): void {
  const [, gone, choice] = /^gone (\S+)(?: (\S+))?$/.exec(what) ?? [];
  const changed = (question: Question): readonly Question[] => {
    if (question.id !== gone) return [question];
    return choice ? [{ ...question, choices: question.choices?.filter((value) => value !== choice) ?? [] }] : [];
  };
  const services = talk.catalogue.services.map((service) =>
    service.id === talk.conversation.form?.serviceId
      ? { ...service, version: `${service.version}-changed`, questions: service.questions.flatMap(changed) }
      : service,
  );
  talk.catalogue = catalogueOf(services, catalogue.noticeVersion);
}

const accountIn = ({ conversation: { form } }: SimulatedTalk): string => {
  const account = form && catalogue.find(form.serviceId)?.dues?.account;
  return (account && form.answers[account]) ?? '';
};

const pairsIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(';').flatMap((pair) => {
      const [name = '', value] = pair.split('=');
      return value === undefined ? [] : [[name.trim(), value.trim()]];
    }),
  );

const factsIn = (text: string): Record<string, { value: string; confidence: number; source: 'ocr' }> =>
  Object.fromEntries(
    Object.entries(pairsIn(text)).map(([name, value]) => [name, { value, confidence: 0.9, source: 'ocr' }]),
  );

function billIn(text: string): ShownBill {
  const [owner = '', address = '', owed = ''] = text.split('|').map((part) => part.trim());
  const demands = owed
    .split(';')
    .map((line) => line.trim().split(' '))
    .flatMap(([period = '', amount]) =>
      amount ? [{ id: period, period, amount: rupees(Number(amount)), dueOn: '2027-03-31' }] : [],
    );
  const total = { paise: demands.reduce((sum, { amount }) => sum + amount.paise, 0) };
  return { owner, address, demands, total };
}
