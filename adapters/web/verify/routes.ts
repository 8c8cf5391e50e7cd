import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { TokenBuckets } from '#adapters/shared/token-buckets.ts';
import type { Verified, Verifying } from '#application/ports/in/verifying.ts';
import { Bilingual } from '../bilingual.ts';
import { TooManyRequests } from '../errors.ts';
import { htmlHeaders, plainPage, type Surroundings } from '../shell.ts';
import { askForNumber, foundPage, unknownPage } from './page.ts';

export interface VerifyWorld extends Surroundings {
  readonly verifying: Verifying;
  /** So that nobody can walk through all the numbers. */
  readonly limit: TokenBuckets;
}

const LONGEST_NUMBER = 64;

/** Anybody checks a certificate or receipt, by the address printed on it or by typing its number. */
export const verifyRoutes = (world: VerifyWorld): Route[] => [
  { method: 'GET', path: '/v', access: 'public', handle: (request) => findByForm(request, world) },
  { method: 'GET', path: '/v/:number', access: 'public', handle: (request) => verify(request, world) },
];

function findByForm(request: WebRequest, world: VerifyWorld): WebResponse {
  const number = request.query.number?.trim();
  if (number) return { status: 303, headers: { location: `/v/${encodeURIComponent(number)}` } };
  const words = wordsFor(request, world);
  return page(200, words, world, askForNumber(words));
}

async function verify(request: WebRequest, world: VerifyWorld): Promise<WebResponse> {
  if (!world.limit.take(request.ip)) throw new TooManyRequests();
  const number = (request.params.number ?? '').trim();
  const verified = number.length <= LONGEST_NUMBER ? await world.verifying.verify(number) : undefined;
  if (wantsJson(request)) return asJson(number, verified);
  const words = wordsFor(request, world);
  return verified
    ? page(200, words, world, foundPage(verified, words))
    : page(404, words, world, unknownPage(number, words));
}

/** Old phones and link previews ask for anything; only who asks for JSON by name gets it. */
const wantsJson = ({ headers: { accept = '' } }: WebRequest): boolean =>
  accept.includes('application/json') && !accept.includes('text/html');

const asJson = (number: string, verified: Verified | undefined): WebResponse =>
  verified ? { status: 200, body: verified } : { status: 404, body: { number, status: 'not-found' } };

const wordsFor = (request: WebRequest, world: VerifyWorld): Bilingual => Bilingual.for(request, 'verify.title', world);

const page = (
  status: number,
  words: Bilingual,
  around: VerifyWorld,
  body: ReturnType<typeof unknownPage>,
): WebResponse => {
  const title = words.sayOnce('verify.title');
  return { status, headers: htmlHeaders, body: plainPage({ language: words.language, title, around, body }) };
};
