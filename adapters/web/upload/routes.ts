import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { TokenBuckets } from '#adapters/shared/token-buckets.ts';
import type { Uploading } from '#application/ports/in/uploading.ts';
import { NoPaperSent, UploadExpired, UploadUsed } from '#domain/document/errors.ts';
import type { Language } from '#domain/shared/language.ts';
import { Bilingual } from '../bilingual.ts';
import { TooManyRequests } from '../errors.ts';
import type { Html } from '../html.ts';
import { htmlHeaders, plainPage, type Surroundings } from '../shell.ts';
import { formPage, statePage } from './page.ts';
import { readFile } from './read-file.ts';

export interface UploadWorld extends Surroundings {
  readonly uploading: Uploading;
  /** Looks at the page, from one address. */
  readonly limit: TokenBuckets;
  /** Files, from one address and by one link. */
  readonly uploadLimit: TokenBuckets;
}

/** What may surround the largest file in its form. */
const MOST_BYTES = 6 * 1024 * 1024;
/** Five megabytes at the ten kilobytes a second of a slow line. */
const SECONDS = 600;

/** A page of a few kilobytes by which a paper comes from any phone with a browser: no account, no script. */
export const uploadRoutes = (world: UploadWorld): Route[] => [
  { method: 'GET', path: '/u/:token', access: 'public', handle: (request) => show(request, world) },
  {
    method: 'POST',
    path: '/u/:token',
    access: 'public',
    maxBytes: MOST_BYTES,
    seconds: SECONDS,
    handle: (request) => take(request, world),
  },
];

async function show(request: WebRequest, world: UploadWorld): Promise<WebResponse> {
  if (!world.limit.take(request.ip)) throw new TooManyRequests();
  return overAsPage(request, world, async () => {
    const wanted = await world.uploading.look(tokenOf(request));
    const words = wordsFor(request, world, wanted.language);
    const body = wanted.isBeingRead ? statePage('genuine', '✓', 'uploadPage.received', words) : formPage(wanted, words);
    return page(200, words, world, body);
  });
}

async function take(request: WebRequest, world: UploadWorld): Promise<WebResponse> {
  const { uploading, uploadLimit } = world;
  if (!uploadLimit.take(request.ip) || !uploadLimit.take(tokenOf(request))) throw new TooManyRequests();
  return overAsPage(request, world, async () => {
    const wanted = await uploading.look(tokenOf(request));
    const words = wordsFor(request, world, wanted.language);
    try {
      await uploading.take(tokenOf(request), await readFile(request));
      return page(200, words, world, statePage('genuine', '✓', 'uploadPage.received', words));
    } catch (error) {
      if (!(error instanceof NoPaperSent)) throw error;
      return page(422, words, world, formPage(wanted, words, error));
    }
  });
}

/** A link that is over is no mistake of the reader's: he is told how it goes on. */
async function overAsPage(
  request: WebRequest,
  world: UploadWorld,
  answer: () => Promise<WebResponse>,
): Promise<WebResponse> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof UploadUsed || error instanceof UploadExpired)) throw error;
    const words = wordsFor(request, world);
    return page(410, words, world, statePage('unknown', '…', error.key, words));
  }
}

const tokenOf = ({ params }: WebRequest): string => params.token ?? '';

/** As the talk is spoken, if it is known; the phone may be set to a language that its owner cannot read. */
const wordsFor = (request: WebRequest, world: UploadWorld, known?: Language): Bilingual =>
  Bilingual.for(request, 'uploadPage.title', world, known);

function page(status: number, words: Bilingual, around: UploadWorld, body: Html): WebResponse {
  const title = words.sayOnce('uploadPage.title');
  const headers = { ...htmlHeaders, 'x-robots-tag': 'noindex' };
  return { status, headers, body: plainPage({ language: words.language, title, around, body }) };
}
