import * as z from 'zod';
import type { WebRequest } from '#adapters/shared/route.ts';
import { jsonIn } from '../json-body.ts';
import { type DeskAction, wordless } from './page/api.ts';

const LONGEST_TEXT = 1000;
const signInBody = z.object({ name: z.string().min(1).max(100), password: z.string().min(1).max(200) });
const seen = z.object({ seenVersion: z.int().nonnegative(), knowingly: z.literal(true).optional() });
const withText = seen.extend({ text: z.string().trim().min(1).max(LONGEST_TEXT) });

const said = z.object({ text: z.string().trim().min(1).max(LONGEST_TEXT) });

/** What an officer writes to a citizen. */
export const saidIn = (request: WebRequest): z.infer<typeof said> => jsonIn(request, said);

export const signInIn = (request: WebRequest): z.infer<typeof signInBody> => jsonIn(request, signInBody);

/** What an officer sent with a decision; some need no words. */
export const decisionIn = (
  request: WebRequest,
  action: DeskAction,
): { seenVersion: number; knowingly?: true | undefined; text: string } =>
  wordless.has(action) ? { ...jsonIn(request, seen), text: '' } : jsonIn(request, withText);
