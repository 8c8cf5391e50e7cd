import type { Destination, WordedChoice, WordedMessage, WordedTemplate } from '#application/ports/out/channel.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { shorten, splitText } from '../split-text.ts';
import type { WhatsAppSettings } from './client.ts';
import { sentAs } from './media-limits.ts';
import { isPayableInChat, orderBubble, orderUpdateBubble } from './orders.ts';

/** A message as Meta takes it, less the addressee; or a file, which is uploaded before it is sent. */
export type Payload =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url: false } }
  | InteractivePayload
  | TemplatePayload
  | FilePayload;

/** `instead` goes where Meta does not take it: what it says counts more than what can be tapped. */
export interface InteractivePayload {
  readonly type: 'interactive';
  readonly interactive: object;
  readonly instead?: Payload | 'nothing';
}

/** An approved text; its file is uploaded before it is sent. */
export interface TemplatePayload {
  readonly type: 'template';
  readonly template: {
    readonly name: string;
    readonly language: { readonly code: string };
    readonly components: readonly object[];
  };
  readonly file?: FilePayload;
}

export interface FilePayload {
  readonly type: 'file';
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
  readonly caption?: string;
}

// Meta's limits. It does not say in which units; ours, UTF-16, is the strictest.
const MAX_BODY = 1024;
const MAX_BUTTONS = 3;
const MAX_BUTTON_TITLE = 20;
const MAX_ROWS = 10;
const MAX_ROW_TITLE = 24;
const MAX_ROW_DESCRIPTION = 72;

/** What stands where Meta insists on a text and we have said everything already: a hand that points to what follows. */
const POINTER = '👇';
/** The button of a list for which nobody gave a title. */
const MENU = '☰';

/**
 * A message as payloads in the order in which they should be read: the file, what does not fit into the bubble of the
 * tappable parts, the link, the choices, the request for a place. Only the first of the bubbles carries the text.
 */
export function render(said: WordedMessage, settings?: WhatsAppSettings, to?: Destination): readonly Payload[] {
  const message = withinLimits(said);
  if (message.template) return [templateOf(message.template, fileOf(message))];
  const card = cardOf(message, settings, to);
  const { link, ...others } = message;
  const bubbles = [...(card ? [card] : []), ...bubblesOf(card ? others : message, to)];
  const file = fileOf(message);
  if (bubbles.length === 0) return file ? withCaption(file, message.text) : textOf(message.text);
  const pieces = splitText(withLostWords(message), MAX_BODY);
  const before = pieces.slice(0, -1).join('');
  return [
    ...(file ? [file] : []),
    ...textOf(before),
    ...bubbles.map((bubble, i): Payload => {
      const said = i === 0 ? (pieces.at(-1) ?? '').trim() : '';
      const body = { text: said || nameOf(bubble, message) };
      const instead = bubble === card ? withoutCard(body, link) : isExtra(bubble) && (said ? plain(body) : 'nothing');
      return { type: 'interactive', interactive: { ...bubble, body }, ...(instead && { instead }) };
    }),
  ];
}

/** The card of an order, or what brings it up to date. */
function cardOf(
  { order, orderUpdate }: WordedMessage,
  settings: WhatsAppSettings | undefined,
  to: Destination | undefined,
): object | undefined {
  if (!settings || !to || !isPayableInChat(order ?? orderUpdate, settings, to)) return undefined;
  return order ? orderBubble(order, settings) : orderUpdate && orderUpdateBubble(orderUpdate);
}

const withoutCard = (body: { readonly text: string }, link: WordedMessage['link']): Payload =>
  link ? { type: 'interactive', interactive: { ...linkButton(link), body } } : plain(body);

const plain = ({ text }: { readonly text: string }): Payload => ({
  type: 'text',
  text: { body: text, preview_url: false },
});

/** Whoever does not see it simply answers. */
const isExtra = (bubble: object): boolean =>
  'type' in bubble && (bubble.type === 'flow' || bubble.type === 'request_contact_info');

/** What a bubble says that comes behind the message's own words. */
function nameOf(bubble: object, { form, asksLocation, asksNumber }: WordedMessage): string {
  const type = 'type' in bubble ? bubble.type : undefined;
  const names: Readonly<Record<string, string | undefined>> = {
    flow: form?.offer,
    location_request_message: asksLocation,
    request_contact_info: asksNumber,
  };
  return names[String(type)] ?? POINTER;
}

/** A file that Meta does not take is fetched by its link; where an approved text needs the file itself, another channel has to. */
function withinLimits(message: WordedMessage): WordedMessage {
  const { document, ...rest } = message;
  if (!document || sentAs(document)) return message;
  const isNeeded = message.template?.hasDocument === true;
  if (document.link === undefined || isNeeded)
    throw new NotDelivered('file-not-taken', { retry: false, instead: 'other-channel' });
  return { ...rest, text: [message.text, document.link].filter((part) => part.trim() !== '').join('\n\n') };
}

function templateOf(template: WordedTemplate, file?: FilePayload): Payload {
  const { name, language, code, gaps, payloads, hasDocument } = template;
  const as = { name, language: { code: language } };
  if (code !== undefined) return { type: 'template', template: { ...as, components: codeComponents(code) } };
  const parameters = gaps.map((gap) => ({ type: 'text', parameter_name: gap.name, text: gap.text }));
  const buttons = payloads.map((payload, index) => ({
    type: 'button',
    sub_type: 'quick_reply',
    index: String(index),
    parameters: [{ type: 'payload', payload }],
  }));
  const body = parameters.length > 0 ? [{ type: 'body', parameters }] : [];
  return {
    type: 'template',
    template: { ...as, components: [...body, ...buttons] },
    ...(hasDocument && file && { file }),
  };
}

/** Meta wants it twice, without a name, and calls the button that copies it an address. */
function codeComponents(code: string): object[] {
  const parameters = [{ type: 'text', text: code }];
  return [
    { type: 'body', parameters },
    { type: 'button', sub_type: 'url', index: '0', parameters },
  ];
}

const textOf = (text: string): Payload[] =>
  text.trim() === '' ? [] : splitText(text, 4096).map((body) => ({ type: 'text', text: { body, preview_url: false } }));

function fileOf({ document }: WordedMessage): FilePayload | undefined {
  return document && { type: 'file', bytes: document.bytes, mime: document.mime, fileName: document.fileName };
}

function withCaption(file: FilePayload, text: string): Payload[] {
  if (text.trim() === '') return [file];
  return text.length <= MAX_BODY ? [{ ...file, caption: text }] : [...textOf(text), file];
}

/** The tappable parts of a message, without their texts. */
function bubblesOf(
  { link, choices = [], listTitle, asksLocation, asksNumber, form }: WordedMessage,
  to?: Destination,
): object[] {
  // Of everybody else the number is known: it is where the message goes.
  const hidesNumber = to?.contactPoint.kind === 'user-id';
  return [
    ...(link ? [linkButton(link)] : []),
    ...(choices.length > MAX_BUTTONS ? lists(choices, listTitle) : choices.length > 0 ? [buttons(choices)] : []),
    ...(asksLocation ? [{ type: 'location_request_message', action: { name: 'send_location' } }] : []),
    ...(asksNumber && hidesNumber ? [{ type: 'request_contact_info', action: { name: 'request_contact_info' } }] : []),
    ...(form ? [formButton(form)] : []),
  ];
}

/** Its first screen is asked from our endpoint, so that it shows what is open by then. */
const formButton = ({ name, label, ticket }: NonNullable<WordedMessage['form']>) => ({
  type: 'flow',
  action: {
    name: 'flow',
    parameters: {
      flow_message_version: '3',
      flow_name: name,
      flow_cta: shorten(label, MAX_BUTTON_TITLE),
      flow_token: ticket,
      mode: 'published',
      flow_action: 'data_exchange',
    },
  },
});

const linkButton = ({ label, url }: { readonly label: string; readonly url: string }) => ({
  type: 'cta_url',
  action: { name: 'cta_url', parameters: { display_text: shorten(label, MAX_BUTTON_TITLE), url } },
});

const buttons = (choices: readonly WordedChoice[]) => ({
  type: 'button',
  action: {
    buttons: titlesOf(choices, MAX_BUTTON_TITLE).map((title, i) => ({
      type: 'reply',
      reply: { id: choices[i]?.id, title },
    })),
  },
});

/** Two long labels may become one when they are shortened: then they are numbered. Meta refuses two buttons of one title. */
function titlesOf(choices: readonly WordedChoice[], most: number): string[] {
  const titles = choices.map(({ label }) => shorten(label, most));
  return new Set(titles).size === titles.length
    ? titles
    : choices.map(({ label }, i) => shorten(`${i + 1}. ${label}`, most));
}

/** As many lists as are needed, one below the other. */
function lists(choices: readonly WordedChoice[], listTitle = MENU) {
  const titles = titlesOf(choices, MAX_ROW_TITLE);
  const rows = choices.map((choice, i) => row(choice, titles[i] ?? ''));
  const chunks = Array.from({ length: Math.ceil(rows.length / MAX_ROWS) }, (_, i) =>
    rows.slice(i * MAX_ROWS, (i + 1) * MAX_ROWS),
  );
  return chunks.map((chunk) => ({
    type: 'list',
    action: { button: shorten(listTitle, MAX_BUTTON_TITLE), sections: [{ rows: chunk }] },
  }));
}

/** A label too long for a row's title is told in full below it. */
function row({ id, label, description }: WordedChoice, title: string) {
  const below = [title.endsWith(label) ? undefined : label, description].filter(Boolean).join(' – ');
  return { id, title, ...(below && { description: shorten(below, MAX_ROW_DESCRIPTION) }) };
}

/** Buttons are short and have no second line: what is lost on them stands in the text. */
function withLostWords({ text, choices = [], link }: WordedMessage): string {
  const onButtons = choices.length > MAX_BUTTONS ? [] : choices;
  const lost = [...(link ? [{ label: link.label }] : []), ...onButtons]
    .filter((each) => each.label.length > MAX_BUTTON_TITLE || ('description' in each && each.description))
    .map(
      (each) => `• ${[each.label, 'description' in each ? each.description : undefined].filter(Boolean).join(' – ')}`,
    );
  return [text, lost.join('\n')].filter((part) => part !== '').join('\n\n');
}
