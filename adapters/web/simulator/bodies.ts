import { z } from 'zod';
import type { WebRequest } from '#adapters/shared/route.ts';
import { NotUnderstood } from '../errors.ts';
import { type Act, type FormStep, mishaps } from './page/api.ts';
import type { Holder } from './phone.ts';

/** Indian numbers never begin with 0, so none of these rings anywhere; or a provider's user id. */
const user = z.string().regex(/^(\+910\d{9}|[A-Z]{2}\.[A-Za-z0-9]{4,60})$/);
const holder = z.object({ user, name: z.string().min(1).max(60).optional() });

const act = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().max(4096).regex(/\S/) }),
  z.object({ type: z.literal('choice'), id: z.string().min(1).max(256) }),
  z.object({
    type: z.literal('pay'),
    reference: z.string().min(1).max(35),
    outcome: z.enum(['success', 'failed', 'pending']),
  }),
  z.object({ type: z.literal('call') }),
  z.object({ type: z.literal('fail'), how: z.enum(mishaps) }),
  z.object({ type: z.literal('sample'), id: z.string().min(1).max(100) }),
  z.object({
    type: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().max(200).optional(),
  }),
]);

/** @throws NotUnderstood */
export function actIn({ body, headers }: WebRequest): { holder: Holder; act: Act } {
  const given = isJson(headers['content-type']) ? jsonIn(body) : undefined;
  const said = z.object({ holder, act }).safeParse(given).data;
  if (!said) throw new NotUnderstood();
  return { holder: tidyHolder(said.holder), act: tidyAct(said.act) };
}

const step = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open') }),
  z.object({
    type: z.literal('send'),
    screen: z.string().max(80),
    data: z.record(z.string(), z.unknown()),
    files: z.record(z.string(), z.object({ name: z.string().max(300), base64: z.base64() })),
  }),
]);

/** @throws NotUnderstood */
export function stepIn({ body, headers }: WebRequest): { holder: Holder; step: FormStep } {
  const given = isJson(headers['content-type']) ? jsonIn(body) : undefined;
  const said = z.object({ holder, step }).safeParse(given).data;
  if (!said) throw new NotUnderstood();
  return { holder: tidyHolder(said.holder), step: said.step };
}

/** @throws NotUnderstood */
export function holderIn({ query }: WebRequest): Holder {
  const said = holder.safeParse({ user: query.user, ...(query.name && { name: query.name }) }).data;
  if (!said) throw new NotUnderstood();
  return tidyHolder(said);
}

/** Whose talks to follow: `?users=` with commas between them. @throws NotUnderstood */
export function usersIn({ query }: WebRequest): readonly string[] {
  const said = z
    .array(user)
    .min(1)
    .max(20)
    .safeParse((query.users ?? '').split(',')).data;
  if (!said) throw new NotUnderstood();
  return said;
}

// A page of another site can send forms and plain text here, but not this without our leave.
const isJson = (type = ''): boolean => type.startsWith('application/json');

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const tidyHolder = ({ user, name }: z.infer<typeof holder>): Holder => ({ user, ...(name !== undefined && { name }) });

function tidyAct(said: z.infer<typeof act>): Act {
  if (said.type !== 'location') return said;
  const { name, ...where } = said;
  return { ...where, ...(name !== undefined && { name }) };
}
