import * as z from 'zod';
import type { WebRequest } from '#adapters/shared/route.ts';
import { NotUnderstood } from '../errors.ts';
import { type DeskAction, wordless } from './page/api.ts';

const LONGEST_TEXT = 1000;
const signInBody = z.object({ name: z.string().min(1).max(100), password: z.string().min(1).max(200) });
const seen = z.object({ seenVersion: z.int().nonnegative() });
const withText = seen.extend({ text: z.string().trim().min(1).max(LONGEST_TEXT) });

const said = z.object({ text: z.string().trim().min(1).max(LONGEST_TEXT) });

/** What an officer writes to a citizen. */
export const saidIn = (request: WebRequest): z.infer<typeof said> => read(request, said);

export const signInIn = (request: WebRequest): z.infer<typeof signInBody> => read(request, signInBody);

/** What an officer sent with a decision; some need no words. */
export const decisionIn = (request: WebRequest, action: DeskAction): { seenVersion: number; text: string } =>
  wordless.has(action) ? { ...read(request, seen), text: '' } : read(request, withText);

function read<Body>({ headers, body }: WebRequest, shape: z.ZodType<Body>): Body {
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
