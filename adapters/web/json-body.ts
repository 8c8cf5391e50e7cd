import type * as z from 'zod';
import type { WebRequest } from '#adapters/shared/route.ts';
import { NotUnderstood } from './errors.ts';

/** What a page of ours sent. @throws NotUnderstood */
export function jsonIn<Body>({ headers, body }: WebRequest, shape: z.ZodType<Body>): Body {
  if (!headers['content-type']?.startsWith('application/json')) throw new NotUnderstood();
  const result = shape.safeParse(parsed(body));
  if (!result.success) throw new NotUnderstood();
  return result.data;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new NotUnderstood();
  }
}
