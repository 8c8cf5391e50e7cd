import type { GraphStandIn } from '#adapters/stand-ins/graph-api/index.ts';
import type { SmsStandIn } from '#adapters/stand-ins/sms-transcript.ts';
import type { TelegramStandIn } from '#adapters/stand-ins/telegram/index.ts';
import { paysAt } from './a-browser-payment.ts';
import { soon } from './a-chat.ts';
import { type Arrival, aScreen } from './a-screen.ts';
import { fetched, untilTaken } from './until-taken.ts';

export const channels = ['whatsapp', 'sms', 'telegram', 'kiosk'] as const;
export type PlayedChannel = (typeof channels)[number];

/** A citizen on some channel, who writes and reads words, as one does on all of them. */
export interface EveryPhone {
  /** Says it, and waits for something with these words that comes upon it. */
  asks(text: string, words: RegExp): Promise<string>;
  /** Sends a paper as one does there, and waits for something with these words that comes upon it. */
  shows(paper: Picture, words: RegExp): Promise<string>;
  /** Pays what was asked for last as one does there, and waits likewise. */
  pays(words: RegExp): Promise<string>;
  /** Gets the code by which this talk goes on elsewhere. */
  takesCode(): Promise<string>;
  /** Gets the code of the slip that is printed for somebody without a phone, by which he comes back; at the kiosk alone. */
  takesSlip(): Promise<string>;
  /** Waits for something with these words, whenever it came. */
  receives(words: RegExp): Promise<string>;
  /** Waits for a document with these words, and opens it as one does there. */
  opens(words: RegExp): Promise<Uint8Array>;
  /** Everything that came, the oldest first. */
  heard(): readonly string[];
  /** What was said, for a person to read. */
  transcript(): string;
  close(): Promise<void>;
}

export interface Picture {
  readonly bytes: Uint8Array;
  readonly mime: string;
}

/** One message, as its phone shows it. */
export interface Shown {
  readonly words: string;
  /** Where it leads. */
  readonly link?: string | undefined;
  /** The document that lies in it. */
  readonly open?: (() => Promise<Uint8Array>) | undefined;
}

/** The parts in which channels differ. */
export interface Played {
  say(text: string): Promise<unknown>;
  send(paper: Picture): Promise<unknown>;
  /** Otherwise by the link that came last. */
  pay?(): Promise<boolean>;
  /** Otherwise it is asked for in words. */
  takeCode?(): Promise<string>;
  takeSlip?(): Promise<string>;
  /** Everything that came, the oldest first. */
  heard(): readonly Shown[];
  subscribe(look: () => void): () => void;
  close?(): Promise<void>;
}

/** Who plays the providers, and where the platform is. */
export interface PhoneWorld {
  readonly url: string;
  readonly graph: GraphStandIn;
  readonly installation: { readonly standIns: { readonly sms?: SmsStandIn; readonly telegram?: TelegramStandIn } };
  /** Pays by a link; on the demo gateway's page unless told. */
  readonly payBy?: (link: string) => Promise<unknown>;
}

/** `last`: a digit that tells the phones of one test apart. */
export async function aPhone(
  platform: PhoneWorld,
  channel: PlayedChannel,
  last: number,
  comes?: Arrival,
): Promise<EveryPhone> {
  const played = await (channel === 'kiosk' ? aScreen(platform.url, comes) : playedBy(platform, channel, last));
  const { payBy = (link: string) => paysAt(link, 'success') } = platform;
  const done: { readonly what: string; readonly before: number }[] = [];
  const words = (from = 0, to?: number): readonly string[] =>
    played
      .heard()
      .slice(from, to)
      .map((each) => each.words);
  const transcript = (): string =>
    done.map(({ what, before }, at) => [`> ${what}`, ...words(before, done[at + 1]?.before)].join('\n')).join('\n');
  const found = <Found>(find: () => Found | undefined, wanted: string): Promise<Found> =>
    soon(
      played,
      find,
      () => `${wanted} was not heard on ${channel}:\n${transcript().split('\n').slice(-16).join('\n')}`,
    );
  const upon = async (what: string, act: () => Promise<unknown>, wanted: RegExp): Promise<string> => {
    const before = played.heard().length;
    done.push({ what, before });
    await act();
    return found(() => words(before).find((each) => wanted.test(each)), `${wanted}`);
  };
  return {
    transcript,
    heard: words,
    asks: (text, wanted) => upon(text, () => played.say(text), wanted),
    shows: (paper, wanted) => upon(`(${paper.mime})`, () => played.send(paper), wanted),
    pays: (wanted) =>
      upon(
        '(pays)',
        async () => (await played.pay?.()) || payBy(await found(() => lastLink(played, /\/pay\//), 'a link')),
        wanted,
      ),
    takesCode: async () => {
      const said = await (played.takeCode?.() ?? upon('dusre phone par', () => played.say('dusre phone par'), CODE));
      return CODE.exec(said)?.[0] ?? '';
    },
    takesSlip: async () => (await played.takeSlip?.()) ?? '',
    receives: (wanted) => found(() => words().find((each) => wanted.test(each)), `${wanted}`),
    opens: async (wanted) => {
      const open = () => played.heard().findLast((each) => each.open && wanted.test(each.words))?.open;
      return (await found(open, `a document with ${wanted}`))();
    },
    close: async () => played.close?.(),
  };
}

const CODE = /EK-[A-Z0-9]{4}-[A-Z0-9]{4}/;

const lastLink = (played: Played, to: RegExp): string | undefined =>
  played.heard().findLast(({ link }) => link && to.test(link))?.link;

const fromUs = <Entry extends { readonly direction: string }>(entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ direction }) => direction === 'from-us');

/** The number of the phones that `last` tells apart. */
export const numberOf = (last: number): string => `+91000000070${last}`;
export const telegramOf = (last: number) => ({ id: 9_000_000_700 + last, phone: numberOf(last) });

function playedBy(platform: PhoneWorld, channel: Exclude<PlayedChannel, 'kiosk'>, last: number): Played {
  const { sms, telegram } = platform.installation.standIns;
  const phone = numberOf(last);
  if (channel === 'whatsapp') return aSmartphone(platform.graph, phone);
  if (channel === 'sms' && sms) return aKeypadPhone(sms, phone);
  if (channel === 'telegram' && telegram) return aTelegram(telegram, telegramOf(last));
  throw new Error(`${channel} is not played`);
}

interface GraphMessage {
  readonly document?: { readonly id: string };
  readonly interactive?: {
    readonly action?: { readonly parameters?: { readonly url?: string; readonly reference_id?: string } };
  };
}

function aSmartphone(whatsapp: GraphStandIn, phone: string): Played {
  const all = () => fromUs(whatsapp.transcript(phone)).map(({ message }) => message as GraphMessage);
  return {
    say: (text) => whatsapp.sendAs({ phone }, { type: 'text', text }),
    send: (paper) => whatsapp.sendAs({ phone }, { type: 'image', ...paper }),
    // By the order in the chat, where there is one.
    pay: async () => {
      const order = all().findLast((each) => JSON.stringify(each).includes('order_details'));
      const reference = order?.interactive?.action?.parameters?.reference_id;
      return reference !== undefined && (await whatsapp.pay(reference)) === 200;
    },
    heard: () =>
      all().map((message) => ({
        words: JSON.stringify(message),
        link: message.interactive?.action?.parameters?.url,
        open: message.document && (async () => whatsapp.media(message.document?.id ?? '')?.bytes ?? new Uint8Array()),
      })),
    subscribe: (look) => whatsapp.subscribe(look),
  };
}

function aKeypadPhone(sms: SmsStandIn, phone: string): Played {
  const heard = (): readonly Shown[] =>
    fromUs(sms.transcript(phone)).map(({ text }) => {
      const link = text.match(/https?:\/\/\S+/g)?.at(-1);
      return { words: text, link, open: link?.includes('/d/') ? () => fetched(link) : undefined };
    });
  return {
    say: (text) => sms.sendAs(phone, text),
    // By the page whose link came last, as a browser without scripts does.
    send: async ({ bytes, mime }) => {
      const form = new FormData();
      form.set('photo', new File([new Uint8Array(bytes)], 'paper', { type: mime }));
      const url = heard().findLast(({ link }) => link?.includes('/u/'))?.link ?? '';
      const answer = await untilTaken(() => fetch(url, { method: 'POST', body: form }));
      // 410: it had been taken in when the line was cut.
      if (!answer.ok && answer.status !== 410) throw new Error(`the upload page answered ${answer.status}`);
    },
    heard,
    subscribe: (look) => sms.subscribe(look),
  };
}

interface TelegramMessage {
  readonly document?: { readonly file_id: string };
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly { readonly url?: string }[])[] };
}

function aTelegram(telegram: TelegramStandIn, person: { readonly id: number; readonly phone: string }): Played {
  const all = () => fromUs(telegram.transcript(person.id)).map(({ message }) => message as TelegramMessage);
  return {
    say: (text) => telegram.sendAs(person, { type: 'text', text }),
    send: (paper) => telegram.sendAs(person, { type: 'image', ...paper }),
    heard: () =>
      all().map((message) => ({
        words: JSON.stringify(message),
        link: message.reply_markup?.inline_keyboard?.flat().find(({ url }) => url)?.url,
        open:
          message.document && (async () => telegram.file(message.document?.file_id ?? '')?.bytes ?? new Uint8Array()),
      })),
    subscribe: (look) => telegram.subscribe(look),
  };
}
