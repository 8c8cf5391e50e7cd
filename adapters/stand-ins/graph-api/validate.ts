import { z } from 'zod';
import { GraphError } from './errors.ts';

const text = (max: number) => z.string().max(max).regex(/\S/, 'must not be blank');
const body = (max: number) => z.strictObject({ text: text(max) });
const footer = z.strictObject({ text: text(60) }).optional();
const header = z
  .union([
    z.strictObject({ type: z.literal('text'), text: text(60) }),
    z.looseObject({ type: z.enum(['image', 'video', 'document']) }),
  ])
  .optional();

const isDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

const buttons = z
  .array(z.strictObject({ type: z.literal('reply'), reply: z.strictObject({ id: text(256), title: text(20) }) }))
  .min(1)
  .max(3)
  .refine((all) => isDistinct(all.map(({ reply }) => reply.id)), 'ids must be unique')
  .refine((all) => isDistinct(all.map(({ reply }) => reply.title)), 'titles must be unique');

const row = z.strictObject({ id: text(200), title: text(24), description: text(72).optional() });
const sections = z
  .array(z.strictObject({ title: text(24).optional(), rows: z.array(row).min(1) }))
  .min(1)
  .max(10)
  .refine((all) => all.flatMap(({ rows }) => rows).length <= 10, 'at most 10 rows in all sections')
  .refine((all) => isDistinct(all.flatMap(({ rows }) => rows.map(({ id }) => id))), 'ids must be unique')
  .refine((all) => all.length === 1 || all.every(({ title }) => title !== undefined), 'sections need titles');

const amount = z.strictObject({ value: z.number().int().min(0), offset: z.literal(100) });
const item = z.looseObject({
  name: text(60),
  amount,
  quantity: z.number().int().min(1),
  country_of_origin: z.literal('India'),
  importer_name: text(200),
  importer_address: z.looseObject({
    address_line1: text(200),
    city: text(100),
    zone_code: text(10),
    postal_code: text(10),
  }),
});
const orderAction = z.strictObject({
  name: z.literal('review_and_pay'),
  parameters: z
    .looseObject({
      reference_id: z.string().regex(/^[A-Za-z0-9_.-]{1,35}$/),
      type: z.enum(['digital-goods', 'physical-goods']),
      currency: z.literal('INR'),
      total_amount: amount,
      payment_settings: z.array(z.looseObject({ type: z.string() })).length(1),
      order: z.looseObject({
        status: z.literal('pending'),
        items: z.array(item).min(1),
        subtotal: amount,
        tax: amount,
        shipping: amount,
        discount: amount,
      }),
    })
    .refine(({ total_amount, order: { items, subtotal, tax, shipping, discount } }) => {
      const sum = items.reduce((total, each) => total + each.amount.value * each.quantity, 0);
      return sum === subtotal.value && total_amount.value === sum + tax.value + shipping.value - discount.value;
    }, 'the sums do not agree'),
});

const orderStatus = z.strictObject({
  name: z.literal('review_order'),
  parameters: z.strictObject({
    reference_id: z.string().regex(/^[A-Za-z0-9_.-]{1,35}$/),
    order: z.strictObject({
      status: z.enum(['processing', 'partially_shipped', 'shipped', 'completed', 'canceled']),
      description: text(120).optional(),
    }),
  }),
});

const parameters = z.looseObject({});
const interactive = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('button'), header, body: body(1024), footer, action: z.strictObject({ buttons }) }),
  z.strictObject({
    type: z.literal('list'),
    header,
    body: body(4096),
    footer,
    action: z.strictObject({ button: text(20), sections }),
  }),
  z.strictObject({
    type: z.literal('cta_url'),
    header,
    body: body(1024),
    footer,
    action: z.strictObject({
      name: z.literal('cta_url'),
      parameters: z.strictObject({ display_text: text(20), url: z.url({ protocol: /^https?$/ }) }),
    }),
  }),
  z.strictObject({
    type: z.literal('location_request_message'),
    body: body(1024),
    action: z.strictObject({ name: z.literal('send_location') }),
  }),
  z.strictObject({
    type: z.literal('request_contact_info'),
    body: body(1024),
    action: z.strictObject({ name: z.literal('request_contact_info') }),
  }),
  z.strictObject({ type: z.literal('order_status'), body: body(1024), footer, action: orderStatus }),
  z.strictObject({ type: z.literal('order_details'), header, body: body(1024), footer, action: orderAction }),
  z.strictObject({
    type: z.literal('flow'),
    header,
    body: body(1024),
    footer,
    action: z.strictObject({ name: z.literal('flow'), parameters }),
  }),
]);

const source = { id: z.string().optional(), link: z.url().optional() };
const hasOneSource = ({ id, link }: { id?: string | undefined; link?: string | undefined }) =>
  (id === undefined) !== (link === undefined);
const media = z
  .strictObject({ ...source, caption: text(1024).optional() })
  .refine(hasOneSource, 'needs an id or a link');
const document = z
  .strictObject({ ...source, caption: text(1024).optional(), filename: text(240).optional() })
  .refine(hasOneSource, 'needs an id or a link');

const common = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z
    .string()
    .regex(/^\+?\d{5,15}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9.]{1,140}$/)
    .optional(),
  context: z.strictObject({ message_id: z.string() }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};

const message = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...common,
      type: z.literal('text'),
      text: z.strictObject({ body: text(4096), preview_url: z.boolean().optional() }),
    }),
    z.strictObject({ ...common, type: z.literal('interactive'), interactive }),
    z.strictObject({ ...common, type: z.literal('document'), document }),
    z.strictObject({ ...common, type: z.literal('image'), image: media }),
    z.strictObject({
      ...common,
      type: z.literal('template'),
      template: z.strictObject({
        name: z.string().regex(/^[a-z0-9_]{1,512}$/),
        language: z.strictObject({ code: z.string().min(2), policy: z.string().optional() }),
        components: z.array(z.looseObject({ type: z.string() })).optional(),
      }),
    }),
  ])
  .refine(({ to, recipient }) => to !== undefined || recipient !== undefined, 'to or recipient is required');

export type SentMessage = z.infer<typeof message>;

export const readMark = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string(),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

/** @throws GraphError by Meta's codes: 100 for what it does not know, 131008 for what is missing, 131009 for what does not fit. */
export function validated<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys')
    throw new GraphError(400, 100, `Unexpected key "${issue.keys[0]}" on ${where}`);
  if (where === 'type') throw new GraphError(400, 100, 'Param type must be one of the known types');
  if (issue?.message.endsWith('received undefined')) throw new GraphError(400, 131008, `Parameter ${where} is missing`);
  throw new GraphError(400, 131009, `Parameter ${where} is not valid: ${issue?.message}`);
}

export const validMessage = (given: unknown): SentMessage => validated(message, given);
