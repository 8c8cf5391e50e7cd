import * as z from 'zod';
import type { WebRequest } from '#adapters/shared/route.ts';
import type { Decision, Given } from '#application/ports/in/deciding.ts';
import { jsonIn } from '../json-body.ts';
import { type DeskAction, wordless } from './page/api.ts';

const LONGEST_TEXT = 1000;
const signInBody = z.object({ name: z.string().min(1).max(100), password: z.string().min(1).max(200) });
const seen = z.object({ seenVersion: z.int().nonnegative(), knowingly: z.literal(true).optional() });
const withText = seen.extend({ text: z.string().trim().min(1).max(LONGEST_TEXT) });
/** Bytes of the largest photo of a phone, and what its letters and the rest of the message take. */
const MOST_PHOTO_BYTES = 6 * 1024 * 1024;
export const MOST_BODY_BYTES = Math.ceil((MOST_PHOTO_BYTES * 4) / 3) + 64 * 1024;
const LONGEST_ANSWER = 4000;
const withCorrections = withText.extend({
  corrections: z.record(z.string().max(100), z.string().trim().max(LONGEST_ANSWER)).optional(),
});
const withPhoto = withText.extend({
  photo: z
    .base64()
    .max(Math.ceil((MOST_PHOTO_BYTES * 4) / 3))
    .transform((text) => Buffer.from(text, 'base64'))
    .optional(),
});

const said = z.object({ text: z.string().trim().min(1).max(LONGEST_TEXT) });

/** What an officer writes to a citizen. */
export const saidIn = (request: WebRequest): z.infer<typeof said> => jsonIn(request, said);

export const signInIn = (request: WebRequest): z.infer<typeof signInBody> => jsonIn(request, signInBody);

/** What an officer sent with a decision; some need no words. */
export function decisionIn(request: WebRequest, action: DeskAction): Pick<Decision, 'seenVersion'> & Given {
  if (wordless.has(action)) return { ...given(jsonIn(request, seen)), text: '' };
  return given(jsonIn(request, action === 'correct' ? withCorrections : action === 'resolve' ? withPhoto : withText));
}

/** What is not there is left out. */
const given = <Body extends object>(body: Body): { [Name in keyof Body]: Exclude<Body[Name], undefined> } =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Body]: Exclude<Body[Name], undefined>;
  };
