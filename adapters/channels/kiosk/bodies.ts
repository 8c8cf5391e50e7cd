import { z } from 'zod';
import type { WebRequest } from '#adapters/shared/route.ts';

// Whether it is installed is not asked: what is not falls back to what is.
const language = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/);
const phone = z.string().min(1).max(30);
const passwordAsked = z.object({ phone, language });
const proof = { challenge: z.string().min(1).max(500), signature: z.string().min(1).max(200) };
const device = z.object({ kiosk: z.string().min(1).max(40), ...proof });
const devicePresent = z.object({ device });
// In a demonstration a device comes without a code.
const enrolling = z.object({ code: z.string().max(40).optional(), publicKey: z.string().min(1).max(200), ...proof });
const opening = z.object({
  device,
  queueToken: z.string().max(10).optional(),
  language,
  by: z.discriminatedUnion('how', [
    z.object({ how: z.literal('one-time-password'), phone, password: z.string().min(1).max(20) }),
    z.object({ how: z.literal('link-code'), code: z.string().min(1).max(40) }),
    z.object({ how: z.literal('assisted') }),
  ]),
});
const ending = z.object({ why: z.enum(['finished', 'idle', 'signed-out']) });

/** Absent when the body is not what the page sends. */
const readBy =
  <Read>(schema: z.ZodType<Read>) =>
  ({ body }: Pick<WebRequest, 'body'>): Read | undefined => {
    try {
      return schema.safeParse(JSON.parse(body.toString('utf8'))).data;
    } catch {
      return undefined;
    }
  };

export const passwordAskedIn = readBy(passwordAsked);
export const endingIn = readBy(ending);
export const devicePresentIn = readBy(devicePresent);
export const enrollingIn = readBy(enrolling);
export const openingIn = readBy(opening);
