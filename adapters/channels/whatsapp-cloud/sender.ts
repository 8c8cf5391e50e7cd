import { z } from 'zod';
import type { InboundMessage } from '#domain/conversation/message.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';

const id = z.string().max(200).optional().catch(undefined);
const message = z.object({
  from: id,
  from_user_id: id,
  // After a change the message still comes from the old number or id, and names the new one. The old one stays first:
  // it tells who this is, while the new number may have been another person's.
  system: z.object({ wa_id: id, user_id: id }).optional().catch(undefined),
});
const contact = z.object({
  wa_id: id,
  user_id: id,
  profile: z
    .object({ name: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
type Contact = z.infer<typeof contact>;

/** Longest name that WhatsApp lets people give themselves is 25 letters; some scripts need many units for one. */
const MAX_NAME = 200;

/**
 * Who wrote. The phone number comes first where it is known, since everything can be sent to it; people who hide it
 * behind a username are known by their business-scoped user id only. Absent when neither is given.
 */
export function senderOf(
  raw: unknown,
  contacts: readonly unknown[],
): Pick<InboundMessage, 'from' | 'leaves' | 'profileName'> | undefined {
  const said = message.safeParse(raw).data;
  if (!said) return undefined;
  const contact = contactOf(said, contacts);
  const [first, ...others] = pointsOf(
    [said.from, contact?.wa_id, said.system?.wa_id],
    [said.from_user_id, userIdIn(said.from), contact?.user_id, said.system?.user_id],
  );
  if (!first) return undefined;
  const name = contact?.profile?.name?.trim().slice(0, MAX_NAME);
  const leaves = leftBy(said);
  return { from: [first, ...others], ...(leaves.length > 0 && { leaves }), ...(name && { profileName: name }) };
}

/** The number and the id in whose place the message names others. */
function leftBy({ from, from_user_id, system }: z.infer<typeof message>): ContactPoint[] {
  const isNew = (now: string | undefined, before: string | undefined) => now !== undefined && now !== before;
  return pointsOf(
    [isNew(system?.wa_id, from) ? from : undefined],
    [isNew(system?.user_id, from_user_id) ? (from_user_id ?? userIdIn(from)) : undefined],
  );
}

/** The card of this very sender: one webhook may carry messages of several people. */
function contactOf({ from, from_user_id }: z.infer<typeof message>, contacts: readonly unknown[]): Contact | undefined {
  const cards = contacts.flatMap((each) => contact.safeParse(each).data ?? []);
  const isSender = ({ wa_id, user_id }: Contact) =>
    (from !== undefined && wa_id === from) || (from_user_id !== undefined && user_id === from_user_id);
  const isAnonymous = from === undefined && from_user_id === undefined;
  return cards.find(isSender) ?? (isAnonymous && cards.length === 1 ? cards[0] : undefined);
}

function pointsOf(phones: readonly (string | undefined)[], userIds: readonly (string | undefined)[]): ContactPoint[] {
  const points = [
    ...phones.flatMap((phone) => phonePoint(phone) ?? []),
    ...userIds.flatMap((address) => (address ? userPoint(address) : [])),
  ];
  return points.filter(({ address }, i) => points.findIndex((other) => other.address === address) === i);
}

function phonePoint(waId: string | undefined): ContactPoint | undefined {
  const digits = waId?.replace(/^\+/, '') ?? '';
  return /^\d{5,15}$/.test(digits) ? { channel: 'whatsapp', kind: 'phone', address: `+${digits}` } : undefined;
}

/** After a change of user id the old one stands as the sender, which some of Meta's samples call `from` as well. */
const userIdIn = (from: string | undefined): string | undefined =>
  from !== undefined && /^[A-Z]{2}\.[A-Za-z0-9.]+$/.test(from) ? from : undefined;

const userPoint = (address: string): ContactPoint => ({ channel: 'whatsapp', kind: 'user-id', address });
