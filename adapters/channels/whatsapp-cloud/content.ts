import { z } from 'zod';
import type { InboundContent, MediaRef } from '#domain/conversation/message.ts';

type Reader = z.ZodType<InboundContent>;

const silent = (what: string): InboundContent => ({ type: 'silent', what });
const notice = (what: string): InboundContent => ({ type: 'notice', what });
const unsupported = (what: string): InboundContent => ({ type: 'unsupported', what });
const choice = (id: string): InboundContent => ({ type: 'choice', id });

const file = z.object({
  id: z.string().min(1).max(200),
  mime_type: z.string().max(200).catch('application/octet-stream'),
  sha256: z.string().max(100).optional().catch(undefined),
  filename: z.string().optional().catch(undefined),
  caption: z.string().optional().catch(undefined),
});

const media = (kind: MediaRef['kind']): Reader =>
  z
    .looseObject({})
    .transform((message) => message[kind])
    .pipe(file)
    .transform(({ id, mime_type, sha256, filename, caption }) => ({
      type: 'media',
      media: { ref: id, kind, mime: mime_type, ...(filename && { fileName: filename }), ...(sha256 && { sha256 }) },
      ...(caption && { caption }),
    }));

const location: Reader = z
  .object({
    location: z.object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: z.string().optional().catch(undefined),
      address: z.string().optional().catch(undefined),
    }),
  })
  .transform(({ location: { latitude, longitude, name, address } }) => {
    const where = [name, address].filter(Boolean).join(', ');
    return { type: 'location', latitude, longitude, ...(where && { address: where }) };
  });

const phone = z.object({ wa_id: z.string().optional().catch(undefined), phone: z.string().catch('') });
const origin = z.string().optional().catch(undefined);
const card = z.object({ phones: z.array(phone).catch([]), origin });
const contacts: Reader = z.object({ contacts: z.array(card), origin }).transform((message): InboundContent => {
  const phones = message.contacts
    .flatMap(({ phones }) => phones)
    .map(({ wa_id, phone }) => (wa_id ?? (phone.startsWith('+') ? phone : '')).replaceAll(/\D/g, ''))
    .filter((digits) => /^\d{5,15}$/.test(digits))
    .map((digits) => `+${digits}`);
  // The answer to our request for his own number; whatever else he sends may be anybody's.
  const isAnswer = [message, ...message.contacts].some((each) => each.origin === 'contact_request');
  return { type: 'contact', phones, ...(isAnswer && phones.length === 1 && { isOwn: true }) };
});

const reply = z.object({ id: z.string().min(1).max(256) });
const answers = z.record(z.string(), z.unknown());

/** A form: Meta's own for an address comes back as its lines; ours name by `choice` what the citizen did in them. */
const form = z
  .object({ name: z.string().catch('flow'), response_json: z.string() })
  .transform((said): InboundContent => {
    const given = answers.safeParse(jsonOf(said.response_json)).data ?? {};
    if (typeof given.choice === 'string') return choice(given.choice);
    const lines = Object.values(answers.safeParse(given.values).data ?? {}).filter((line) => typeof line === 'string');
    return said.name === 'address_message' && lines.length > 0
      ? { type: 'text', text: lines.join(', ') }
      : unsupported('form');
  });

const interactive: Reader = z
  .object({
    interactive: z.union([
      z.object({ button_reply: reply }).transform(({ button_reply }) => choice(button_reply.id)),
      z.object({ list_reply: reply }).transform(({ list_reply }) => choice(list_reply.id)),
      z.object({ nfm_reply: form }).transform(({ nfm_reply }) => nfm_reply),
    ]),
  })
  .transform((message) => message.interactive);

/** A quick reply of a template; one without a payload is as if the citizen had written its title. */
const button: Reader = z
  .object({ button: z.object({ payload: z.string().optional().catch(undefined), text: z.string().catch('') }) })
  .transform(({ button: { payload, text } }) => (payload ? choice(payload) : { type: 'text', text }));

const always = (content: InboundContent): Reader => z.unknown().transform(() => content);

/** What Meta passes on by its name only. Whoever pins a message or votes has not spoken to us. */
const kindOf = (type: string): InboundContent =>
  type === 'edit' ? unsupported('edited') : ['pin', 'poll_update'].includes(type) ? silent(type) : unsupported(type);

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['text', z.object({ text: z.object({ body: z.string() }) }).transform((m) => ({ type: 'text', text: m.text.body }))],
  ['image', media('image')],
  ['document', media('document')],
  ['audio', media('audio')],
  ['video', media('video')],
  ['sticker', media('sticker')],
  ['location', location],
  ['contacts', contacts],
  ['interactive', interactive],
  ['button', button],
  ['reaction', always(silent('reaction'))],
  ['system', z.object({ system: z.object({ type: z.string() }) }).transform((m) => notice(word(m.system.type)))],
  // Opening the chat for the first time; the citizen has not said anything yet.
  ['request_welcome', always(silent('request_welcome'))],
  ['edit', always(unsupported('edited'))],
  ['revoke', always(silent('revoke'))],
  ['order', always(unsupported('order'))],
  [
    'unsupported',
    z.object({ unsupported: z.object({ type: z.string() }) }).transform((m) => kindOf(word(m.unsupported.type))),
  ],
]);

/** A file that Meta itself could not take in, whatever kind it says it is. */
const tooLarge = z.object({ errors: z.tuple([z.object({ code: z.literal(131052) })], z.unknown()) });

/** What a message says. A kind that is not known, or not shaped as documented, is answered politely and never an error. */
export function contentOf(type: string, message: unknown): InboundContent {
  if (tooLarge.safeParse(message).success) return unsupported('too-large');
  const read = readers.get(type)?.safeParse(message);
  return read?.success ? read.data : unsupported(word(type));
}

/** Only what looks like one of Meta's own words: nothing that a stranger wrote goes into a log by this way. */
const word = (text: string): string => (/^[a-z_]{1,40}$/.test(text) ? text : 'unknown');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
