import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { Attending, OpenTalk, ShownLine, TalkRow } from '#application/ports/in/attending.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { languageOf } from '../language.ts';
import { signedIn } from './asking.ts';
import { saidIn } from './bodies.ts';
import type { ShownEarlier, ShownRow, ShownTalk } from './page/api.ts';
import { paperHeaders } from './paper-headers.ts';
import { DeskWords } from './present.ts';

export interface TalkWorld {
  readonly attending: Attending;
  readonly translator: Translator;
}

/** Talks of citizens who asked for a person: the JSON routes of the desk's second list. */
export const talkRoutes = (world: TalkWorld): Route[] => [
  { method: 'GET', path: '/desk/api/talks', access: 'officer', handle: (request) => list(request, world) },
  { method: 'GET', path: '/desk/api/talks/:id', access: 'officer', handle: (request) => view(request, world) },
  {
    method: 'GET',
    path: '/desk/api/talks/:id/history',
    access: 'officer',
    handle: (request) => history(request, world),
  },
  {
    method: 'GET',
    path: '/desk/api/talks/:id/papers/:paperId',
    access: 'officer',
    handle: (request) => paper(request, world),
  },
  { method: 'POST', path: '/desk/api/talks/:id/take', access: 'officer', handle: (request) => take(request, world) },
  { method: 'POST', path: '/desk/api/talks/:id/say', access: 'officer', handle: (request) => say(request, world) },
  { method: 'POST', path: '/desk/api/talks/:id/end', access: 'officer', handle: (request) => end(request, world) },
];

async function list(request: WebRequest, { attending, translator }: TalkWorld): Promise<WebResponse> {
  const rows = await attending.talks(signedIn(request).officer.id);
  const words = new DeskWords(translator, languageOf(request));
  return { status: 200, body: rows.map((row) => rowOf(row, words)) };
}

async function view(request: WebRequest, { attending, translator }: TalkWorld): Promise<WebResponse> {
  const talk = await attending.view(signedIn(request).officer.id, idIn(request));
  return { status: 200, body: shown(talk, new DeskWords(translator, languageOf(request))) };
}

async function history(request: WebRequest, { attending, translator }: TalkWorld): Promise<WebResponse> {
  const earlier = await attending.history(signedIn(request).officer.id, idIn(request), beforeIn(request));
  const words = new DeskWords(translator, languageOf(request));
  const body: ShownEarlier = {
    ...earlier,
    // An officer who spoke earlier may have been another.
    lines: earlier.lines.map((line) => ({ ...lineOf(line, words), by: line.by === 'officer' ? 'colleague' : line.by })),
  };
  return { status: 200, body };
}

/** Anything that is no whole number asks for the newest part. */
const beforeIn = ({ query: { before } }: WebRequest): number | undefined =>
  before !== undefined && /^\d{1,15}$/.test(before) ? Number(before) : undefined;

async function paper(request: WebRequest, { attending }: TalkWorld): Promise<WebResponse> {
  const { paperId = '' } = request.params;
  const { bytes, mime } = await attending.paper(signedIn(request).officer.id, idIn(request), paperId);
  return { status: 200, headers: paperHeaders(mime), body: bytes };
}

async function take(request: WebRequest, { attending }: TalkWorld): Promise<WebResponse> {
  await attending.take(signedIn(request).officer.id, idIn(request));
  return { status: 200, body: {} };
}

async function say(request: WebRequest, { attending }: TalkWorld): Promise<WebResponse> {
  await attending.say(signedIn(request).officer.id, idIn(request), saidIn(request).text);
  return { status: 200, body: {} };
}

async function end(request: WebRequest, { attending }: TalkWorld): Promise<WebResponse> {
  await attending.end(signedIn(request).officer.id, idIn(request));
  return { status: 200, body: {} };
}

const idIn = ({ params }: WebRequest): string => params.id ?? '';

const rowOf = ({ id, serviceId, language, askedAt, isTaken, isYours }: TalkRow, words: DeskWords): ShownRow => ({
  id,
  about:
    serviceId === undefined ? words.say('desk.talks.general') : words.label([`services.${serviceId}.name`], serviceId),
  language: words.label([`languages.${language}`], language),
  askedAt,
  isTaken,
  isYours,
});

const shown = (talk: OpenTalk, words: DeskWords): ShownTalk => ({
  ...rowOf(talk, words),
  isEnded: talk.isEnded,
  lines: talk.lines.map((line) => lineOf(line, words)),
});

const lineOf = ({ by, said, at, paper, mime }: ShownLine, words: DeskWords) => ({
  by,
  text: words.sayPhrase(said),
  ...(at !== undefined && { at }),
  ...(paper !== undefined && mime !== undefined && { file: { id: paper, mime } }),
});
