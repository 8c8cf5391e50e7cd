import { fileURLToPath } from 'node:url';
import type { Assets } from '#adapters/web/build-pages.ts';
import { pageTextsIn } from '#adapters/web/page-texts.ts';
import { type OpenServer, openServer } from '#adapters/web/server.ts';
import type { Bubble } from '#adapters/web/simulator/page/api.ts';
import type { Phone } from '#adapters/web/simulator/phone.ts';
import { type SimulatorWorld, simulatorRoutes } from '#adapters/web/simulator/routes.ts';
import type { StandInDraft, StandInEntry, StandInPerson, WhatsAppStandIn } from '#adapters/web/simulator/stand-in.ts';
import { whatsAppPhone } from '#adapters/web/simulator/whatsapp-phone.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { languages } from '#config/languages.ts';
import { onePixel } from './a-web.ts';

const texts = pageTextsIn(fileURLToPath(new URL('../../../config/locales', import.meta.url)));
const sentence = (key: string, language: string): string | undefined =>
  ['simulator', 'home'].map((context) => texts(context, language === 'hi' ? 'hi' : 'en')[key]).find(Boolean);
const translator: Translator = {
  say: (phrase, language) => ('key' in phrase ? (sentence(phrase.key, language) ?? phrase.key) : ''),
  sayValue: String,
  has: (key, language) => sentence(key, language) !== undefined,
};

type Message = StandInEntry['message'];

/** An order to be paid in the chat, in Meta's words. */
export const anOrder: Message = {
  type: 'interactive',
  interactive: {
    type: 'order_details',
    body: { text: 'Please pay.' },
    action: {
      name: 'review_and_pay',
      parameters: {
        reference_id: 'order1',
        total_amount: { value: 5000, offset: 100 },
        order: { items: [{ name: 'Fee' }] },
      },
    },
  },
};
type Listener = Parameters<WhatsAppStandIn['subscribe']>[0];

/** A stand-in that keeps what was sent, and says what a test tells it to. */
export class FakeStandIn implements WhatsAppStandIn {
  readonly sent: { readonly person: StandInPerson; readonly draft: StandInDraft }[] = [];
  readonly files = new Map<string, { bytes: Uint8Array; mime: string; fileName: string }>();
  readonly listeners = new Set<Listener>();
  /** What the platform answers to the next webhooks. */
  status = 200;
  now = Date.parse('2026-03-05T04:30:00Z');
  #entries: StandInEntry[] = [];

  sendAs = async (person: StandInPerson, draft: StandInDraft) => {
    this.sent.push({ person, draft });
    const message: Message =
      draft.type === 'text' ? { type: 'text', text: { body: draft.text } } : this.#inMetasWords(draft);
    const { id } = this.#add('to-us', person.phone ?? person.userId ?? '', message);
    return { messageId: id, status: this.status };
  };
  transcript = (address?: string) => this.#entries.filter(({ user }) => address === undefined || user === address);
  subscribe = (listener: Listener) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  openForm: WhatsAppStandIn['openForm'] = () => Promise.reject(new Error('no form was sent'));
  /** What was paid, and how the cards stand; a test sets the latter. */
  readonly paid: [reference: string, outcome: string][] = [];
  readonly orderStates = new Map<string, string>();
  pay: WhatsAppStandIn['pay'] = async (reference, outcome) => {
    this.paid.push([reference, outcome]);
    return 200;
  };
  /** What befalls our next messages. */
  readonly failing: unknown[] = [];
  failNext = (failure: unknown) => void this.failing.push(failure);
  orderState = (reference: string) => this.orderStates.get(reference) ?? 'pending';
  media = (id: string) => this.files.get(id);

  /** The platform writes to somebody. */
  says(user: string, message: Message): StandInEntry {
    return this.#add('from-us', user, message);
  }
  saysText(user: string, body: string): StandInEntry {
    return this.says(user, { type: 'text', text: { body } });
  }
  /** The platform marks the person's last message as read. */
  reads(user: string): void {
    const last = this.transcript(user).findLast(({ direction }) => direction === 'to-us');
    if (!last) throw new Error('nothing was written yet');
    const entry = { ...last, isRead: true };
    this.#entries = this.#entries.map((each) => (each.id === last.id ? entry : each));
    for (const listener of this.listeners) listener({ type: 'read-mark', entry });
  }

  #add(direction: StandInEntry['direction'], user: string, message: Message): StandInEntry {
    const entry = { id: `wamid.${this.#entries.length + 1}`, direction, user, at: this.now, message };
    this.#entries.push(entry);
    for (const listener of this.listeners) listener({ type: 'message', entry });
    return entry;
  }

  #inMetasWords(draft: StandInDraft): Message {
    if (draft.type === 'choice') {
      const [title, context] = [this.#titleOf(draft.id), { id: this.#entries.at(-1)?.id }];
      return {
        type: 'interactive',
        context,
        interactive: { type: 'button_reply', button_reply: { id: draft.id, title } },
      };
    }
    if (draft.type === 'location' || draft.type === 'text') return { type: draft.type, [draft.type]: draft };
    const id = `media-${this.files.size + 1}`;
    const { bytes, mime, fileName = 'file' } = draft;
    this.files.set(id, { bytes, mime, fileName });
    return { type: draft.type, [draft.type]: { id, mime_type: mime, filename: fileName } };
  }

  #titleOf = (id: string): string =>
    new RegExp(`"id":"${id}","title":"([^"]+)"`).exec(JSON.stringify(this.#entries))?.[1] ?? id;
}

/** A keypad phone that keeps what was written on it, and shows what a test says to it. */
export function aTextPhone() {
  const bubbles: Bubble[] = [];
  const listeners = new Set<(bubble: Bubble) => void>();
  const add = (user: string, text: string, isMine: boolean, isCall?: true) => {
    const id = `sms.${bubbles.length + 1}`;
    const bubble = { id, user, isMine, at: bubbles.length, text, ...(isCall && { isCall }) };
    bubbles.push(bubble);
    for (const listener of listeners) listener(bubble);
  };
  const phone: Phone = {
    kind: 'sms',
    act: async ({ user }, act) => {
      if (act.type === 'text') add(user, act.text, true);
    },
    call: async ({ user }) => add(user, '', true, true),
    bubbles: (user) => bubbles.filter((bubble) => bubble.user === user),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    phone,
    says: (user: string, text: string) => add(user, text, false),
    get sent() {
      return bubbles.filter(({ isMine }) => isMine).map(({ user, text }) => ({ user, text }));
    },
  };
}

export interface ASimulator extends OpenServer {
  readonly standIn: FakeStandIn;
}

export const sampleSlip: SimulatorWorld['samples'][number] = {
  id: 'birth-slip',
  labelKey: 'simulator.samples.birthSlip',
  fileName: 'birth-slip.png',
  mime: 'image/png',
  bytes: async () => onePixel,
};

/** The simulator alone, on a free port, over a fake stand-in. */
export async function aSimulator({
  assets = new Map(),
  mode = 'demo',
  phones,
}: {
  assets?: Assets;
  mode?: 'demo' | 'production';
  phones?: SimulatorWorld['phones'];
} = {}): Promise<ASimulator> {
  const standIn = new FakeStandIn();
  const around = { assets, mode, translator, languages, texts };
  const bills = [{ labelKey: 'simulator.bills.propertyTax', accounts: ['112000700000041', '145002300000918'] }];
  const server = await openServer({
    ...around,
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1',
    routes: simulatorRoutes({ ...around, bills, samples: [sampleSlip], phones: phones ?? [whatsAppPhone(standIn)] }),
    sessionOf: async () => undefined,
    log: { info: () => undefined, warn: () => undefined, alarm: () => undefined },
  });
  return { ...server, standIn };
}
