import { z } from 'zod';
import type { Bubble, ShownFile } from './page/api.ts';
import type { StandInEntry, WhatsAppStandIn } from './stand-in.ts';

const tappable = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });
const textIn = z.object({ text: z.string().optional() }).optional();

const action = z.object({
  buttons: z.array(z.object({ reply: tappable }).transform(({ reply }) => reply)).optional(),
  button: z.string().optional(),
  sections: z.array(z.object({ title: z.string().optional(), rows: z.array(tappable) })).optional(),
  name: z.string().optional(),
  parameters: z
    .object({
      display_text: z.string().optional(),
      url: z.string().optional(),
      flow_cta: z.string().optional(),
      reference_id: z.string().optional(),
      total_amount: z.object({ value: z.number(), offset: z.number() }).optional(),
      order: z.object({ items: z.array(z.object({ name: z.string() })).optional() }).optional(),
    })
    .optional(),
});

const interactive = z.object({
  header: textIn,
  body: textIn,
  footer: textIn,
  action: action.optional(),
  button_reply: tappable.optional(),
  list_reply: tappable.optional(),
  nfm_reply: z.object({ body: z.string() }).optional(),
});

const media = z.object({
  id: z.string().optional(),
  link: z.string().optional(),
  filename: z.string().optional(),
  caption: z.string().optional(),
});

const place = z.object({ latitude: z.number(), longitude: z.number(), name: z.string().optional() });
const context = z.object({ context: z.object({ id: z.string() }).optional() });

const fileKinds = ['image', 'document', 'audio', 'video', 'sticker'] as const;
type FileKind = (typeof fileKinds)[number];
const isFileKind = (type: string): type is FileKind => fileKinds.some((kind) => kind === type);

type Shown = Partial<Omit<Bubble, 'id' | 'user' | 'isMine' | 'at' | 'ticks'>>;
type MediaOf = WhatsAppStandIn['media'];
type Around = Pick<WhatsAppStandIn, 'media' | 'orderState'>;

/** A message in Meta's JSON as a phone shows it. `taken`: the platform has answered that it has it. */
export function bubbleOf(entry: StandInEntry, around: Around, taken: boolean): Bubble {
  const { id, user, at, direction, message, isRead } = entry;
  const isMine = direction === 'to-us';
  const answers = context.safeParse(message).data?.context?.id;
  return {
    id,
    user,
    isMine,
    at,
    ...(isMine && { ticks: isRead ? 'read' : taken ? 'delivered' : 'sent' }),
    ...(answers !== undefined && { answers }),
    ...(entry.shown ?? shown(message, around) ?? { unknown: message.type }),
  };
}

function shown(message: StandInEntry['message'], { media: mediaOf, orderState }: Around): Shown | undefined {
  const { type } = message;
  const content = message[type];
  if (isFileKind(type)) return fileIn(type, content, mediaOf);
  if (type === 'text') return textOf(z.object({ body: z.string() }).safeParse(content).data?.body);
  if (type === 'button') return textOf(z.object({ text: z.string() }).safeParse(content).data?.text);
  if (type === 'location') return placeOf(content);
  return type === 'interactive' ? interactiveIn(content, orderState) : undefined;
}

const textOf = (text: string | undefined): Shown | undefined => (text === undefined ? undefined : { text });

function placeOf(content: unknown): Shown | undefined {
  const { name, ...where } = place.safeParse(content).data ?? {};
  return 'latitude' in where ? { place: { ...where, ...(name !== undefined && { name }) } } : undefined;
}

function fileIn(kind: FileKind, content: unknown, mediaOf: MediaOf): Shown | undefined {
  const { id, link, filename, caption } = media.safeParse(content).data ?? {};
  const kept = id === undefined ? undefined : mediaOf(id);
  const url = id === undefined ? link : `/simulator/media/whatsapp/${encodeURIComponent(id)}`;
  if (url === undefined) return undefined;
  const name = filename ?? kept?.fileName;
  const file: ShownFile = {
    kind,
    url,
    mime: kept?.mime ?? 'application/octet-stream',
    ...(name !== undefined && { name }),
    ...(kept && { bytes: kept.bytes.length }),
  };
  return { file, ...(caption !== undefined && { text: caption }) };
}

function interactiveIn(content: unknown, orderState: Around['orderState']): Shown | undefined {
  const said = interactive.safeParse(content).data;
  if (!said) return undefined;
  const tapped = said.button_reply ?? said.list_reply;
  if (tapped) return { text: tapped.title };
  if (said.nfm_reply) return { text: said.nfm_reply.body };
  const [title, text, footer] = [said.header?.text, said.body?.text, said.footer?.text];
  return {
    ...(title !== undefined && { title }),
    ...(text !== undefined && { text }),
    ...(footer !== undefined && { footer }),
    ...tappableParts(said.action ?? {}, orderState),
  };
}

function tappableParts(
  { buttons, button, sections, name, parameters }: z.infer<typeof action>,
  orderState: Around['orderState'],
): Shown {
  if (buttons) return { buttons: buttons.map(tidy) };
  if (sections) {
    const tidied = sections.map(({ title, rows }) => ({ ...(title && { title }), rows: rows.map(tidy) }));
    return { list: { title: button ?? '', sections: tidied } };
  }
  if (name === 'send_location') return { asksLocation: true };
  const { display_text, url, flow_cta } = parameters ?? {};
  const order = orderIn(parameters, orderState);
  if (order) return { order };
  if (url !== undefined && /^https?:/.test(url)) return { link: { title: display_text ?? url, url } };
  return flow_cta === undefined ? {} : { form: { title: flow_cta } };
}

function orderIn(given: z.infer<typeof action>['parameters'], orderState: Around['orderState']): Bubble['order'] {
  const { reference_id: reference, total_amount: total, order } = given ?? {};
  if (reference === undefined || !total) return undefined;
  const said = orderState(reference);
  const state = said === 'processing' || said === 'completed' || said === 'canceled' ? said : 'open';
  const amount = `₹${(total.value / total.offset).toFixed(2)}`;
  return { reference, item: order?.items?.map(({ name }) => name).join(', ') ?? '', amount, state };
}

const update = z.object({
  interactive: z.object({
    type: z.literal('order_status'),
    action: z.object({ parameters: z.object({ reference_id: z.string() }) }),
  }),
});

/** The reference of the order that a message brings up to date. */
export const updatedOrder = ({ message }: StandInEntry): string | undefined =>
  update.safeParse(message).data?.interactive.action.parameters.reference_id;

const tidy = ({ id, title, description }: z.infer<typeof tappable>) => ({
  id,
  title,
  ...(description !== undefined && { description }),
});
