import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import type { WordedMessage } from '#application/ports/out/channel.ts';
import { splitText } from '../split-text.ts';
import { dataFor } from './button-data.ts';

type Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

/** A message less the addressee. */
export type Payload =
  | { readonly type: 'text'; readonly text: string; readonly keyboard: Keyboard }
  | {
      readonly type: 'file';
      readonly bytes: Uint8Array;
      readonly mime: string;
      readonly fileName: string;
      readonly caption?: string;
      readonly keyboard?: Keyboard;
    };

// Telegram counts UTF-16 units.
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_BUTTONS = 100;
/** Letters that a phone shows on a button as wide as the chat; the rest is cut off there. */
const MAX_SEEN = 36;

/** What stands where Telegram insists on a text and we have said everything already: a hand that points to what follows. */
const POINTER = '👇';

/** One keyboard stands below the chat at a time, so whatever is to be shared goes on the same. */
function sharing({ asksLocation, asksNumber }: WordedMessage): ReplyKeyboardMarkup | undefined {
  const buttons = [
    ...(asksLocation === undefined ? [] : [{ text: `📍 ${asksLocation}`, request_location: true }]),
    ...(asksNumber === undefined ? [] : [{ text: `📱 ${asksNumber}`, request_contact: true }]),
  ];
  if (buttons.length === 0) return undefined;
  return { keyboard: buttons.map((button) => [button]), resize_keyboard: true, one_time_keyboard: true };
}
/** A button that asks for a place or a number stays below the chat until it is taken away, so every plain message does. */
const noKeyboard: ReplyKeyboardRemove = { remove_keyboard: true };

/** A message has one keyboard: the first goes with the text, and each further one has a message of its own. */
export function render(message: WordedMessage): readonly Payload[] {
  const [keyboard, ...others] = keyboardsOf(message);
  const text = withLostWords(message);
  const file = message.document && fileOf(message.document);
  const saysAll = file && text.length <= MAX_CAPTION;
  return [
    ...(saysAll ? [withCaption(file, text, keyboard)] : [...(file ? [file] : []), ...textsOf(text, keyboard)]),
    ...others.map((other): Payload => ({ type: 'text', text: nameOf(other), keyboard: other })),
  ];
}

/** A keyboard in a message of its own says what it is for. */
const nameOf = (keyboard: Keyboard): string =>
  'keyboard' in keyboard
    ? keyboard.keyboard
        .flat()
        .map((button) => (typeof button === 'string' ? button : button.text))
        .join('\n')
    : POINTER;

type FilePayload = Extract<Payload, { type: 'file' }>;

const fileOf = ({ bytes, mime, fileName }: NonNullable<WordedMessage['document']>): FilePayload => ({
  type: 'file',
  bytes,
  mime,
  fileName,
});

const withCaption = (file: FilePayload, text: string, keyboard: Keyboard = noKeyboard): FilePayload => ({
  ...file,
  ...(text.trim() !== '' && { caption: text }),
  keyboard,
});

function textsOf(text: string, keyboard: Keyboard | undefined): Payload[] {
  const pieces = splitText(text, MAX_TEXT).filter((piece) => piece.trim() !== '');
  if (pieces.length === 0 && keyboard) pieces.push(nameOf(keyboard));
  return pieces.map((piece, i) => ({
    type: 'text',
    text: piece,
    keyboard: (i === pieces.length - 1 ? keyboard : undefined) ?? noKeyboard,
  }));
}

function keyboardsOf(message: WordedMessage): Keyboard[] {
  const { link, choices = [] } = message;
  const buttons: InlineKeyboardButton[] = [
    ...(link ? [{ text: link.label, url: link.url }] : []),
    ...choices.map(({ id, label }, i) => ({ text: label, callback_data: dataFor(id, i) })),
  ];
  const keyboards = Array.from({ length: Math.ceil(buttons.length / MAX_BUTTONS) }, (_, i) => ({
    inline_keyboard: buttons.slice(i * MAX_BUTTONS, (i + 1) * MAX_BUTTONS).map((button) => [button]),
  }));
  const shared = sharing(message);
  return [...keyboards, ...(shared ? [shared] : [])];
}

/** Buttons have one line: what does not fit on it stands in the text. */
function withLostWords({ text, choices = [], link }: WordedMessage): string {
  const lost = [...(link ? [{ label: link.label, description: undefined }] : []), ...choices]
    .filter(({ label, description }) => label.length > MAX_SEEN || description)
    .map(({ label, description }) => `• ${[label, description].filter(Boolean).join(' – ')}`);
  return [text, lost.join('\n')].filter((part) => part !== '').join('\n\n');
}
