import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Assets, buildPages } from '#adapters/web/build-pages.ts';
import { pageTextsIn } from '#adapters/web/page-texts.ts';
import { type WebWorld, webRoutes } from '#adapters/web/routes.ts';
import { type OpenServer, openServer, type ServerOptions } from '#adapters/web/server.ts';
import { Traffic } from '#adapters/web/traffic.ts';
import type { DeskFile, SignedIn } from '#application/ports/in/deciding.ts';
import type { ShownOptIn } from '#application/ports/in/showing-opt-in.ts';
import type { CostLine, KeptEntry } from '#application/ports/out/channel-log.ts';
import type { LogFields } from '#application/ports/out/log.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { languages } from '#config/languages.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { NothingSent, UploadUnknown, UploadUsed } from '#domain/document/errors.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Phrase, PhraseValue } from '#domain/shared/phrase.ts';
import { Refusal, type RefusalKind } from '#domain/shared/refusal.ts';

export class Refused extends Refusal {
  readonly kind: RefusalKind;
  constructor(kind: RefusalKind, key = 'web.pageUnknown') {
    super(key);
    this.kind = kind;
  }
}

const locales = fileURLToPath(new URL('../../../config/locales', import.meta.url));
const texts = pageTextsIn(locales);
const contexts = ['home', 'desk', 'verify', 'pay', 'upload', 'join', 'talk', 'errors'] as const;
const others: Readonly<Record<string, string>> = {
  'services.birth-certificate.name': 'Birth certificate',
  'services.birth-certificate.questions.childName.label': 'Name of the child',
  'services.birth-certificate.questions.bornOn.label': 'Date of birth',
  'services.birth-certificate.choices.gender.female': 'Girl',
  'fieldChoices.gender.female': 'Woman',
  'status.submitted': 'Submitted',
  'bill.lines.tax': 'Tax',
};

/** Our own locale files, and a few sentences of a service. */
export const translator: Translator = {
  say,
  sayValue: String,
  has: (key, language) =>
    (isOfPages(language) ? others[key] : undefined) !== undefined || own(key, language) !== undefined,
};
const isOfPages = (language: Language): boolean => language === 'en' || language === 'hi';
const own = (key: string, language: Language): string | undefined =>
  contexts
    .filter((context) => existsSync(`${locales}/${language}/${context}.json`))
    .map((context) => texts(context, language)[key])
    .find((each) => each !== undefined);
const sentence = (key: string, language: Language): string | undefined =>
  others[key] ?? own(key, language) ?? own(key, 'hi');

function say(phrase: Phrase, language: Language): string {
  if ('text' in phrase) return phrase.text;
  if ('lines' in phrase) return phrase.lines.map((each) => say(each, language)).join('\n');
  return (sentence(phrase.key, language) ?? phrase.key).replace(/\{\{(\w+)\}\}/g, (_gap, name: string) =>
    written(phrase.values?.[name]),
  );
}

function written(value: PhraseValue | undefined): string {
  if (typeof value !== 'object') return String(value);
  if ('money' in value) return `₹${value.money.paise / 100}`;
  return 'date' in value ? value.date.split('-').reverse().join('/') : '';
}

export const anOfficer = (more: Partial<SignedIn['officer']> = {}): SignedIn => ({
  token: 'token-of-the-session',
  csrfToken: 'token-of-the-forms',
  officer: {
    id: 'officer-1',
    name: 'Meera Invented',
    role: 'registrar',
    department: 'mcd',
    isAdministrator: false,
    ...more,
  },
});

export const aFile = (more: Partial<DeskFile> = {}): DeskFile => ({
  id: 'file-1',
  acknowledgementNumber: 'MCD-2026-000001',
  serviceId: 'birth-certificate',
  status: 'submitted',
  submittedAt: '2026-03-02T05:00:00.000Z',
  dueOn: '2026-03-11',
  isOverdue: false,
  citizenId: 'citizen-1',
  version: 3,
  kind: 'application',
  answers: [
    { questionId: 'childName', type: 'person-name', value: 'Aarav Invented' },
    { questionId: 'bornOn', type: 'date', value: '2026-02-12' },
    { questionId: 'gender', type: 'choice', value: 'female' },
    { questionId: 'fee', type: 'money', value: '5000' },
  ],
  papers: [
    {
      id: 'paper-1',
      requirement: 'birth-slip',
      mime: 'image/png',
      facts: {
        child_name: { value: 'AARAV  INVENTED', confidence: 0.97 },
        child_dob: { value: '2026-02-21', confidence: 0.61 },
        hospital: { value: 'Invented Hospital', confidence: 0.9 },
      },
    },
  ],
  history: [{ at: '2026-03-02T05:00:00.000Z', what: 'submitted', by: 'citizen' }],
  duplicates: [],
  may: ['query', 'approve', 'reject'],
  ...more,
});

export const birthCertificate: ServiceDefinition = {
  id: 'birth-certificate',
  department: 'mcd',
  category: 'certificates',
  kind: 'application',
  outcome: 'certificate',
  version: '1',
  timeLimits: [],
  steps: [],
  questions: [
    { id: 'childName', type: 'person-name', prefill: ['birth-slip.child_name'] },
    { id: 'bornOn', type: 'date', prefill: ['birth-slip.child_dob'] },
    { id: 'gender', type: 'choice', choices: ['female', 'male'], prefill: ['birth-slip.child_sex'] },
    { id: 'fee', type: 'money', prefill: ['birth-slip.paid'] },
  ],
};

const anOptIn: ShownOptIn = {
  optIn: {
    ...{ source: 'missed-call', at: '2026-03-05T04:30:00.000Z', channel: 'sms', to: '+911100000001' },
    shown: { keys: ['language.greetCaller'], language: 'en', version: '2026-11-01' },
  },
  stopped: false,
};

const whatsApp = {
  channel: 'whatsapp',
  provider: 'whatsapp-cloud',
  segments: 0,
  paise: 0,
  reportedSegments: 0,
} as const;
const costLines: readonly CostLine[] = [
  {
    ...{ day: '2026-03-05', channel: 'sms', provider: 'http-sms', department: 'mcd' },
    ...{ messages: 3, segments: 5, paise: 95.5, reportedSegments: 4 },
  },
  { day: '2026-03-05', ...whatsApp, template: 'receipt_ready', messages: 2 },
  { day: '2026-03-05', ...whatsApp, template: 'unknown_here', messages: 1 },
  { day: '2026-03-04', ...whatsApp, messages: 7 },
];
const channelEntry: KeptEntry = {
  position: 7,
  ...{ at: '2026-03-05T04:30:00.000Z', channel: 'whatsapp', provider: 'whatsapp-cloud', event: 'refused' },
  ...{ who: '0123456789ab', message: 'citizen.1', what: 'text/24', code: '131026', milliseconds: 120 },
};

const figures = {
  inboxWaiting: 4,
  inboxSetAside: 1,
  outboxWaiting: 12,
  outboxDead: 0,
  outboxHeld: 3,
  oldestWaitingSeconds: 2,
  applicationsByStatus: { submitted: 31, issued: 120 },
  applicationsByService: { 'birth-certificate': 151 },
  paymentsByStatus: { paid: 120, expired: 6 },
  collectedPaise: 600_000,
  sentSegments: { 'http-sms': 40 },
  sentPaise: { 'http-sms': 760 },
};

/** A picture of one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const aTalk = () => ({
  id: 'talk-1',
  serviceId: 'birth-certificate',
  language: 'hi' as const,
  askedAt: '2026-03-05T04:30:00.000Z',
  isTaken: true,
  isYours: true,
});

const rowsOfAPage = 3;

/** What was done through the ports, in order. */
export type Done = [what: string, command: object][];

/** Ports that know one officer, one file and one certificate. */
export function aWorld(
  signedIn: SignedIn,
  done: Done,
  files: readonly DeskFile[] = [aFile()],
): WebWorld & { assets: Assets } {
  const note = (what: string) => async (command: object) => {
    done.push([what, command]);
  };
  return {
    deciding: {
      signIn: async ({ name, password }) => {
        if (name === 'meera' && password === 'demo') return signedIn;
        throw new Refused('unauthenticated', 'web.notSignedIn');
      },
      sessionOf: async (token) => (token === signedIn.token ? signedIn : undefined),
      signOut: async (token) => note('sign-out')({ token }),
      list: async (officerId, filter) => {
        done.push(['list', { officerId, ...filter }]);
        const found = files.filter((file) => file.acknowledgementNumber.includes(filter.search ?? ''));
        const { page = 1 } = filter;
        const before = (page - 1) * rowsOfAPage;
        const rows = found.slice(before, before + rowsOfAPage);
        const pages = Math.max(1, Math.ceil(found.length / rowsOfAPage));
        return { rows, count: found.length, overdue: 0, page, pages, before };
      },
      view: async (_officer, id) => {
        const file = files.find((each) => each.id === id);
        if (!file) throw new Refused('not-found');
        return file;
      },
      paper: async () => ({ bytes: onePixel, mime: 'image/png' }),
      act: (action, command) => note(action)(command),
    },
    attending: {
      talks: async () => [aTalk()],
      take: async (officerId, id) => note('take')({ officerId, id }),
      view: async () => ({
        ...aTalk(),
        isEnded: false,
        lines: [
          { by: 'citizen', said: { text: 'Namaste' } },
          { by: 'citizen', said: { key: 'person.sent.image' }, paper: 'paper-1', mime: 'image/png' },
          { by: 'citizen', said: { key: 'person.sent.image' }, paper: 'paper-2' },
        ],
      }),
      history: async (officerId, id, before) => {
        done.push(['history', { officerId, id, before }]);
        if (before !== undefined) return { lines: [{ by: 'citizen', said: { text: 'Much earlier' } }], hidden: 0 };
        const lines = [{ by: 'us', said: { text: 'Said by the machine' }, at: '2026-03-05T04:29:00.000Z' }] as const;
        return { lines, hidden: 2, before: 7 };
      },
      paper: async () => ({ bytes: onePixel, mime: 'image/png' }),
      say: async (officerId, id, text) => note('say')({ officerId, id, text }),
      end: async (officerId, id) => note('end')({ officerId, id }),
    },
    verifying: {
      verify: async (number) =>
        number === 'BC-2026-1'
          ? {
              number,
              kind: 'certificate',
              status: 'genuine',
              serviceId: 'birth-certificate',
              department: 'mcd',
              issuedOn: '2026-03-05',
              facts: [{ id: 'childName', value: 'A… I…' }],
            }
          : undefined,
    },
    paying: {
      settle: async () => undefined,
      settleRefund: async () => undefined,
      open: async (id) => {
        const amount = { paise: 5000 };
        const description = 'Birth certificate';
        if (id === 'open') return { status: 'open', amount, description, url: 'https://gateway.invalid/checkout/1' };
        if (id === 'paid') return { status: 'paid', amount, description, receiptNumber: 'R-2026-1' };
        throw new Refused('not-found');
      },
    },
    uploading: {
      look: async (token) => {
        if (token === 'used') throw new UploadUsed();
        if (!['good', 'read', 'urdu'].includes(token)) throw new UploadUnknown();
        const paper = { serviceId: 'birth-certificate', requirement: 'birth_slip' };
        return { paper, isBeingRead: token === 'read', mostMegabytes: 5, language: token === 'urdu' ? 'ur' : 'en' };
      },
      take: async (token, bytes) => {
        if (bytes.byteLength === 0) throw new NothingSent();
        await note('upload')({ token, bytes: bytes.byteLength });
      },
    },
    operating: {
      reportDelivery: async () => undefined,
      isReady: async () => true,
      check: async () => [],
      figures: async () => figures,
    },
    channelEntries: {
      find: async (filter) => {
        await note('find-lines')(filter);
        return filter.channel === 'telegram' ? [] : [channelEntry];
      },
      costs: async () => costLines,
    },
    categoryOf: (template) => (template === 'receipt_ready' ? 'utility' : undefined),
    departments: ['mcd', 'revenue'],
    kiosks: {
      ...keptElsewhere,
      all: async () => [
        { id: 'K-01', place: 'करोल बाग', state: 'enrolled', seenAt: '2026-03-05T04:30:00.000Z' },
        { id: 'K-02', place: 'Rohini', state: 'disabled' },
        { id: 'K-03', place: 'Narela', state: 'awaited', awaitedUntil: '2026-03-05T05:30:00.000Z' },
      ],
      expectDevice: async (by, kiosk) => {
        await note('expect-device')({ by, ...kiosk });
        return { code: '7MP3-4QXW-K9RT', until: '2026-03-05T05:30:00.000Z' };
      },
      disable: async (by, id) => note('disable-kiosk')({ by, id }),
      enable: async (by, id) => note('enable-kiosk')({ by, id }),
    },
    optIns: { show: async (_officer, number) => (number === '' ? [] : [anOptIn]) },
    translator,
    languages,
    texts,
    assets: new Map(),
    traffic: new Traffic(),
    publicUrl: 'http://127.0.0.1',
    join: { whatsapp: '+911100000001', telegram: 'EkSandeshBot', sms: '', missedCall: '+911100000002' },
    mode: 'demo',
    demoUsers: [{ name: 'meera', password: 'demo', roleKey: 'roles.registrar-bd' }],
    serviceOf: (id) => (id === birthCertificate.id ? birthCertificate : undefined),
  };
}

/** What the kiosks themselves ask. */
const keptElsewhere = new Proxy({} as WebWorld['kiosks'], {
  get: () => () => Promise.reject(new Error('nobody asks for this here')),
});

export interface AWeb extends OpenServer {
  readonly world: WebWorld;
  readonly done: Done;
  readonly logged: { event: string; ids: LogFields | undefined }[];
}

let built: Promise<Assets> | undefined;
const builtOnce = (): Promise<Assets> => {
  built ??= buildPages();
  return built;
};

/** The whole web on a free port, over fake ports; `pages` bundles the scripts, which only browsers need. */
export async function aWeb({
  signedIn = anOfficer(),
  files,
  pages = false,
  world: changes = {},
  server = {},
}: {
  signedIn?: SignedIn;
  files?: readonly DeskFile[];
  pages?: boolean;
  world?: Partial<WebWorld>;
  server?: Partial<ServerOptions>;
} = {}): Promise<AWeb> {
  const done: Done = [];
  const logged: AWeb['logged'] = [];
  const keep = (event: string, ids?: LogFields) => logged.push({ event, ids });
  const assets = pages ? await builtOnce() : new Map();
  const world = { ...aWorld(signedIn, done, files), assets, ...changes };
  const open = await openServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: world.publicUrl,
    mode: world.mode,
    routes: webRoutes(world),
    assets,
    sessionOf: world.deciding.sessionOf,
    translator,
    languages: world.languages,
    traffic: world.traffic,
    log: { info: keep, warn: keep, alarm: keep },
    ...server,
  });
  return { ...open, world, done, logged };
}

/** As the officer's browser sends it. */
export const asOfficer = { cookie: 'session=token-of-the-session' };
