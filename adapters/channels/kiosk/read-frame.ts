import { z } from 'zod';
import type { FromPage } from './page/frames.ts';

const id = z.string().min(1).max(100);
const said = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(4000) }),
  z.strictObject({ type: z.literal('choice'), id: z.string().min(1).max(200) }),
  z.strictObject({
    type: z.literal('media'),
    ref: z.string().min(1).max(100),
    mime: z.string().max(100),
    fileName: z.string().max(200),
  }),
  z.strictObject({
    type: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
]);
const frame = z.discriminatedUnion('t', [
  z.object({ t: z.literal('hello'), v: z.number().int(), session: id, lastSeq: z.number().int().min(0) }),
  z.object({ t: z.literal('msg'), cid: id, body: said }),
  z.object({ t: z.literal('ack'), seq: z.number().int().min(0) }),
  z.object({ t: z.literal('active') }),
  z.object({ t: z.literal('hb') }),
]);

/** A message whose body is none: sent again and again, it would never be one. */
const unreadable = z
  .object({ t: z.literal('msg'), cid: id })
  .transform(({ cid }) => ({ t: 'unreadable' as const, cid }));

/** What a page sent, if it is anything that a page sends. Never throws. */
export function readFrame(text: string): FromPage | { readonly t: 'unreadable'; readonly cid: string } | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return frame.safeParse(said).data ?? unreadable.safeParse(said).data;
  } catch {
    return undefined;
  }
}
