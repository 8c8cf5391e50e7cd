import type { Capabilities, Destination, WordedMessage } from '#application/ports/out/channel.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { GatewayReport } from '#application/ports/out/payment-gateway.ts';
import type { DeliveryStatus, InboundMessage, MediaRef } from '#domain/conversation/message.ts';
import type { MessageTemplate } from '#domain/notification/message-template.ts';
import type { TemplateWord } from '#domain/notification/template-standing.ts';
import type { ChannelKind, Line } from '#domain/shared/contact-point.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Route, WebRequest, WebResponse } from '../shared/route.ts';
import type { ChannelPlugin, ChannelWorld, OpenChannel } from './channel-plugin.ts';
import { readBody } from './read-body.ts';
import { splitText } from './split-text.ts';

/** `reference` is the provider's name for a payment of ours, `line` the number of ours where it was asked for. */
export interface PaymentHint {
  readonly reference: string;
  readonly line?: string;
}

/** What a provider's call said, in our words. */
export interface Heard {
  readonly messages: readonly InboundMessage[];
  readonly statuses?: readonly DeliveryStatus[];
  /** Machine words for the operator's log, such as `account_alerts`; never personal data. */
  readonly notices?: readonly string[];
  /** Likewise, of what somebody has to look at now. */
  readonly alarms?: readonly string[];
  /** Places with many readers into which we were taken: no talk begins there. */
  readonly unwelcome?: readonly string[];
  /** Something happened to payments that were made in the chat; `confirmPayment` says what. */
  readonly payments?: readonly PaymentHint[];
  /** What the provider thinks of our approved texts by now. */
  readonly templates?: readonly TemplateWord[];
}

/** The parts of a channel that is called over HTTP; most are pure functions. */
export interface WebhookParts<Settings, Payload> {
  readonly name: string;
  readonly serves: ChannelKind;
  readonly capabilities: Capabilities;
  /** Where the provider calls us. */
  readonly paths: readonly string[];
  /** Providers that tell by GET too, in the query. */
  readonly byGet?: true;
  /** Settings that the provider would not take. @throws SettingMistake */
  requireSettings?(settings: Settings): void;
  /** Did the provider really send this? Over the raw bytes, before anything is parsed. */
  isGenuine(request: WebRequest, settings: Settings): boolean;
  /** `body` is JSON, or the fields of a form, a query or an XML. `undefined`: this is no webhook at all. What is not known yields nothing. */
  parse(body: unknown, call: WebhookCall<Settings>): Heard | undefined;
  /** The message's text is never longer than the capabilities allow. */
  render(message: WordedMessage, settings: Settings, to: Destination): readonly Payload[];
  /** Of SMS: how many the payload is. */
  segmentsOf?(payload: Payload): number;
  /** Posts one payload and returns the provider's id; none when the provider does not take it and nothing is lost. @throws NotDelivered */
  post(payload: Payload, to: Destination, settings: Settings): Promise<string | undefined>;
  check(settings: Settings, world: Pick<ChannelWorld, 'forms'>): Promise<Checked>;
  /** Tells the provider where to call us, and whatever else it shows of us. Returns what it now does. @throws SettingMistake */
  connect?(settings: Settings, world: Pick<ChannelWorld, 'forms'>): Promise<string>;
  number?(settings: Settings): Promise<string | undefined>;
  fetchMedia?(media: MediaRef, maxBytes: number, settings: Settings): Promise<Uint8Array>;
  acknowledge?(messageId: string, from: string | undefined, settings: Settings): Promise<void>;
  /** Says these words in a place with many readers, and goes away from there. */
  leave?(place: string, words: string, settings: Settings): Promise<void>;
  /** What the provider says of a payment when it is asked. */
  confirmPayment?(hint: PaymentHint, settings: Settings, now: Instant): Promise<GatewayReport | undefined>;
  lines?(settings: Settings): readonly Line[];
  /** How fast may be sent, of one opened channel: seconds to wait before the next message to this person. */
  pace?(settings: Settings, clock: Clock): (to: Destination) => number;
  templates?(settings: Settings): Promise<readonly TemplateWord[]>;
  submitTemplate?(template: MessageTemplate, settings: Settings): Promise<void>;
  /** Answers the provider's question whether this address is ours, asked by GET when the webhook is set up. */
  verify?(request: WebRequest, settings: Settings): WebResponse;
  /** What a call that was taken in is answered; a bare 200 unless told. */
  readonly answer?: WebResponse | ((request: WebRequest) => WebResponse);
}

export interface WebhookCall<Settings> {
  readonly request: WebRequest;
  readonly settings: Settings;
  readonly receivedAt: Instant;
}

/** Larger webhooks do not occur: Meta's own limit is 3 MB. */
const MAX_BYTES = 3 * 1024 * 1024;

export function webhookChannel<Settings, Payload>(parts: WebhookParts<Settings, Payload>): ChannelPlugin<Settings> {
  const { name, serves, capabilities } = parts;
  return {
    name,
    serves,
    capabilities,
    open: (settings, world): OpenChannel => {
      parts.requireSettings?.(settings);
      return {
        name,
        serves,
        capabilities,
        ...(parts.lines && { lines: parts.lines(settings) }),
        routes: routesOf(parts, settings, world),
        send: sender(parts, settings, world.clock),
        ...(parts.segmentsOf && { segmentsOf: segmentsBy(parts, settings) }),
        check: () => parts.check(settings, world),
        ...optional(parts, settings, world),
      };
    },
  };
}

function routesOf<Settings>(parts: WebhookParts<Settings, unknown>, settings: Settings, world: ChannelWorld): Route[] {
  const { verify, byGet } = parts;
  const handle = (request: WebRequest) => receive(parts, request, settings, world);
  return parts.paths.flatMap((path): Route[] => [
    { method: 'POST', path, access: 'signed', maxBytes: MAX_BYTES, handle },
    ...(byGet ? [{ method: 'GET', path, access: 'signed', handle } satisfies Route] : []),
    ...(verify ? [{ method: 'GET', path, access: 'signed', handle: (r) => verify(r, settings) } satisfies Route] : []),
  ]);
}

/** Answered 200 only when everything heard is stored; until then the provider keeps it and sends it again. */
async function receive<Settings>(
  parts: WebhookParts<Settings, unknown>,
  request: WebRequest,
  settings: Settings,
  world: ChannelWorld,
): Promise<WebResponse> {
  const { conversing, operating, templates, clock, log } = world;
  if (!parts.isGenuine(request, settings)) {
    log.warn('channel.call-not-genuine', { channel: parts.name, bytes: request.body.length });
    return { status: 401 };
  }
  try {
    const body = readBody(request);
    const heard = body === undefined ? undefined : parts.parse(body, { request, settings, receivedAt: clock.now() });
    if (!heard) return { status: 400 };
    const { messages, statuses = [], notices = [], alarms = [], templates: words = [] } = heard;
    for (const notice of notices) log.warn('channel.notice', { channel: parts.name, notice });
    for (const notice of alarms) log.alarm('channel.alarm', { channel: parts.name, notice });
    if (messages.length > 0) await conversing.receive(messages);
    if (statuses.length > 0) await operating.reportDelivery(parts.serves, statuses);
    if (words.length > 0) await templates.hear(words);
    for (const place of heard.unwelcome ?? []) await leavePlace(parts, place, settings, world);
    for (const hint of heard.payments ?? []) await settle(parts, hint, settings, world);
    const { answer = { status: 200 } } = parts;
    return typeof answer === 'function' ? answer(request) : answer;
  } catch (error) {
    log.alarm('channel.call-not-stored', { channel: parts.name }, error);
    return { status: 503 };
  }
}

/** Nobody's message is lost by it, so a failure is only noted. */
async function leavePlace<Settings>(
  parts: WebhookParts<Settings, unknown>,
  place: string,
  settings: Settings,
  { forms, log }: ChannelWorld,
): Promise<void> {
  // Many people read it, in whatever language.
  const words = (['hi', 'en'] as const).map((code) => forms.translator.say(phrase('talk.onlyInPrivate'), code));
  try {
    await parts.leave?.(place, words.join('\n\n'), settings);
  } catch {
    log.info('channel.not-left', { channel: parts.name });
  }
}

async function settle<Settings>(
  parts: WebhookParts<Settings, unknown>,
  hint: PaymentHint,
  settings: Settings,
  { paying, clock, log }: ChannelWorld,
): Promise<void> {
  const report = await parts.confirmPayment?.(hint, settings, clock.now());
  if (!report) return;
  try {
    await paying.settle(report);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.warn('payment.refused', { channel: parts.name, refusal: error.key });
  }
}

/** How many half-sent messages are remembered. */
const MAX_HALF_SENT = 1000;

/**
 * Posts payload by payload, in order. When one of them fails, those before it have reached the citizen: the next try
 * of the same message goes on from there, so that nobody reads the beginning twice.
 */
function sender<Settings, Payload>(
  parts: WebhookParts<Settings, Payload>,
  settings: Settings,
  clock: Clock,
): OpenChannel['send'] {
  const waitFor = parts.pace?.(settings, clock) ?? (() => 0);
  const halfSent = new Map<string, { readonly done: number; readonly ids: readonly string[] }>();
  return async (message, to) => {
    const payloads = payloadsOf(parts, message, settings, to);
    const key = [to.reference, payloads.length, message.template?.name, message.text].join('\n');
    const before = halfSent.get(key);
    const ids = [...(before?.ids ?? [])];
    let done = before?.done ?? 0;
    halfSent.delete(key);
    try {
      for (const payload of payloads.slice(done)) {
        const afterSeconds = waitFor(to);
        if (afterSeconds > 0) throw new NotDelivered('pace', { retry: true, untried: true, afterSeconds });
        const id = await parts.post(payload, to, settings);
        if (id !== undefined) ids.push(id);
        done += 1;
      }
    } catch (error) {
      const oldest = halfSent.size < MAX_HALF_SENT ? undefined : halfSent.keys().next().value;
      if (oldest !== undefined) halfSent.delete(oldest);
      if (done > 0) halfSent.set(key, { done, ids });
      throw error;
    }
    return ids;
  };
}

const payloadsOf = <Settings, Payload>(
  { capabilities, render }: WebhookParts<Settings, Payload>,
  message: WordedMessage,
  settings: Settings,
  to: Destination,
): readonly Payload[] => inPieces(message, capabilities).flatMap((piece) => render(piece, settings, to));

const segmentsBy =
  <Settings, Payload>(parts: WebhookParts<Settings, Payload>, settings: Settings) =>
  (message: WordedMessage, to: Destination): number =>
    payloadsOf(parts, message, settings, to).reduce((sum, each) => sum + (parts.segmentsOf?.(each) ?? 0), 0);

/** Pieces whose texts fit; whatever belongs to the message goes with the last. */
function inPieces(message: WordedMessage, { maxTextLength }: Capabilities): readonly WordedMessage[] {
  // What is known sentence by sentence is cut between them, by whoever renders it.
  if (message.template || message.sentences) return [message];
  const texts = splitText(message.text, maxTextLength);
  return texts.map((text, i) => (i === texts.length - 1 ? { ...message, text } : { text }));
}

function optional<Settings>(
  { name, number, fetchMedia, acknowledge, templates, submitTemplate, connect }: WebhookParts<Settings, unknown>,
  settings: Settings,
  world: ChannelWorld,
): Pick<OpenChannel, 'number' | 'fetchMedia' | 'acknowledge' | 'templates' | 'submitTemplate' | 'connect'> {
  return {
    ...(connect && { connect: () => connect(settings, world) }),
    ...(number && { number: () => number(settings) }),
    ...(templates && { templates: () => templates(settings) }),
    ...(submitTemplate && { submitTemplate: (template) => submitTemplate(template, settings) }),
    ...(fetchMedia && { fetchMedia: (media, maxBytes) => fetchMedia(media, maxBytes, settings) }),
    ...(acknowledge && {
      acknowledge: async (messageId, from) => {
        try {
          await acknowledge(messageId, from, settings);
        } catch {
          // A courtesy only: the answer itself matters, and is on its way.
          world.log.info('channel.not-acknowledged', { channel: name });
        }
      },
    }),
  };
}
