import { z } from 'zod';
import { type Bubble, mishaps, type ShownFile } from './page/api.ts';
import { type Holder, type Phone, type PhoneAct, type SentFile, SLOW_MS } from './phone.ts';

/** What the simulator needs of a stand-in that speaks Telegram's wire format; the container passes the real one. */
export interface TelegramPhoneStandIn {
  sendAs(person: TelegramPerson, draft: TelegramDraft): Promise<unknown>;
  transcript(chatId?: number | string): readonly TelegramEntry[];
  subscribe(listener: (event: TelegramEvent) => void): () => void;
  failNext(failure: 'server-error' | 'deactivated' | { readonly delayMs: number }): void;
  file(id: string): SentFile | undefined;
}

interface TelegramPerson {
  readonly id: number;
  readonly firstName?: string;
  readonly phone: string;
}

type TelegramDraft =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choice'; readonly id: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly type: 'contact' }
  | ({ readonly type: 'image' | 'document' | 'audio' | 'video' } & SentFile);

interface TelegramEntry {
  readonly id: string;
  readonly direction: 'to-us' | 'from-us';
  readonly user: string;
  readonly at: number;
  readonly message: Readonly<Record<string, unknown>>;
}

type TelegramEvent = { readonly type: string; readonly entry: TelegramEntry } | { readonly type: 'typing' };

/** A phone with Telegram. Its account's number is made of the phone's, so that one holder has one account. */
export const telegramPhone = (standIn: TelegramPhoneStandIn): Phone => ({
  kind: 'telegram',
  async act(holder, act) {
    await standIn.sendAs(personOf(holder), draftOf(act));
  },
  bubbles: (user) => standIn.transcript(accountOf(user)).flatMap((entry) => bubbleOf(entry, standIn)),
  subscribe: (listener) =>
    standIn.subscribe((event) => {
      if ('entry' in event && event.type === 'message')
        for (const bubble of bubbleOf(event.entry, standIn)) listener(bubble);
    }),
  mishaps,
  fail: (how) => standIn.failNext(FAILURES[how]),
  media: (id) => standIn.file(id),
});

const FAILURES = { busy: 'server-error', unreachable: 'deactivated', slow: { delayMs: SLOW_MS } } as const;

const FIRST_ACCOUNT = 9_000_000_000_000;
const accountOf = (user: string): number => FIRST_ACCOUNT + Number(user.replace(/^\+910/, ''));
const userOf = (account: string): string => `+910${String(Number(account) - FIRST_ACCOUNT).padStart(9, '0')}`;

const personOf = ({ user, name }: Holder): TelegramPerson => ({
  id: accountOf(user),
  phone: user,
  ...(name !== undefined && { firstName: name }),
});

/** The id by which a page taps the button that shares the holder's own number. */
const SHARE_NUMBER = 'telegram/share-number';

function draftOf(act: PhoneAct): TelegramDraft {
  if (act.type === 'choice') return act.id === SHARE_NUMBER ? { type: 'contact' } : act;
  if (act.type !== 'file') return act;
  const { bytes, mime, fileName } = act;
  const [kind = ''] = mime.split('/');
  return { type: kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'document', bytes, mime, fileName };
}

const button = z.object({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() });
const belowChat = z.object({
  text: z.string(),
  request_location: z.boolean().optional(),
  request_contact: z.boolean().optional(),
});
const file = z.object({ file_id: z.string(), mime_type: z.string().optional(), file_name: z.string().optional() });
const shown = z.object({
  text: z.string().optional(),
  caption: z.string().optional(),
  document: file.optional(),
  photo: z.array(file).optional(),
  audio: file.optional(),
  video: file.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z.object({ phone_number: z.string() }).optional(),
  reply_markup: z
    .object({
      inline_keyboard: z.array(z.array(button)).catch([]),
      keyboard: z.array(z.array(belowChat)).catch([]),
    })
    .optional()
    .catch(undefined),
});

/** A message in Telegram's JSON as a phone shows it; a tap is shown by nothing. */
function bubbleOf(entry: TelegramEntry, standIn: TelegramPhoneStandIn): readonly Bubble[] {
  const { id, user, at, direction, message } = entry;
  const said = shown.safeParse(message).data;
  if (!said || 'callback_data' in message || 'data' in message) return [];
  const { text, caption, location, contact, reply_markup } = said;
  const words = text ?? caption ?? contact?.phone_number;
  const inline = reply_markup?.inline_keyboard.flat() ?? [];
  const below = reply_markup?.keyboard.flat() ?? [];
  const link = inline.find(({ url }) => url !== undefined);
  const sharing = below.filter(({ request_contact }) => request_contact);
  const buttons = [
    ...inline.flatMap(({ text: title, callback_data }) =>
      callback_data === undefined ? [] : [{ id: callback_data, title }],
    ),
    ...sharing.map(({ text: title }) => ({ id: SHARE_NUMBER, title })),
  ];
  const shownFile = fileIn(said, standIn);
  return [
    {
      id: `${user}/${id}`,
      user: userOf(user),
      at,
      isMine: direction === 'to-us',
      ...(words !== undefined && { text: words }),
      ...(buttons.length > 0 && { buttons }),
      ...(link?.url !== undefined && { link: { title: link.text, url: link.url } }),
      ...(below.some(({ request_location }) => request_location) && { asksLocation: true as const }),
      ...(shownFile && { file: shownFile }),
      ...(location && { place: location }),
    },
  ];
}

function fileIn(said: z.infer<typeof shown>, standIn: TelegramPhoneStandIn): ShownFile | undefined {
  const kinds = { document: said.document, image: said.photo?.at(-1), audio: said.audio, video: said.video };
  for (const kind of ['document', 'image', 'audio', 'video'] as const) {
    const given = kinds[kind];
    if (!given) continue;
    const kept = standIn.file(given.file_id);
    return {
      kind,
      url: `/simulator/media/telegram/${encodeURIComponent(given.file_id)}`,
      mime: given.mime_type ?? kept?.mime ?? 'application/octet-stream',
      ...(given.file_name !== undefined && { name: given.file_name }),
      ...(kept && { bytes: kept.bytes.length }),
    };
  }
  return undefined;
}
