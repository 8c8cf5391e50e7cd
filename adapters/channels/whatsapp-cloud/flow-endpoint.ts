import { z } from 'zod';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { Filling, GivenScreen } from '#application/ports/in/filling.ts';
import type { Log } from '#application/ports/out/log.ts';
import { command } from '#domain/conversation/commands.ts';
import { FormOver } from '#domain/conversation/errors.ts';
import type { InstalledLanguage, Language } from '#domain/shared/language.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { readBody } from '../read-body.ts';
import { type FlowMedia, type FlowsKeys, mediaSchema, openRequest, sealAnswer } from './flow-crypto.ts';
import { nextScreen, type Showing, shown, withProblem } from './flow-data.ts';
import { nameOf, type Say, sameNameOf } from './flow-fields.ts';
import { flowLanguageOf } from './flow-language.ts';
import { mediaRefOf } from './flow-media.ts';
import { type FlowScreen, fileScreenOf, screensOf } from './flow-screens.ts';
import { isSigned } from './signature.ts';

export interface FlowEndpoint {
  readonly keys: FlowsKeys;
  readonly appSecret: string;
  readonly filling: Filling;
  readonly sayIn: (language: Language) => Say;
  /** The first is that of a citizen of whom nothing is known. */
  readonly languages: readonly InstalledLanguage[];
  readonly isPicture: (type: string) => boolean;
  readonly log: Log;
}

/** Statuses that Meta's client understands. */
const KEY_DOES_NOT_FIT = 421;
const TOKEN_OVER = 427;
const BAD_SIGNATURE = 432;

const MAX_BYTES = 1024 * 1024;

const request = z.object({
  action: z.string().max(40),
  screen: z.string().max(80).optional().catch(undefined),
  flow_token: z.string().max(1000).optional().catch(undefined),
  data: z.record(z.string(), z.unknown()).catch({}),
});
type Said = z.infer<typeof request>;

/** Where phones ask what comes next while a form is filled in. */
export const flowRoute = (endpoint: FlowEndpoint): Route => ({
  method: 'POST',
  path: '/flows/whatsapp',
  access: 'signed',
  maxBytes: MAX_BYTES,
  handle: (call) => answer(call, endpoint),
});

async function answer(call: WebRequest, endpoint: FlowEndpoint): Promise<WebResponse> {
  const { log, keys, appSecret } = endpoint;
  if (!isSigned(call.body, call.headers['x-hub-signature-256'], appSecret)) {
    log.warn('form.call-not-genuine', { bytes: call.body.length });
    return { status: BAD_SIGNATURE };
  }
  const opened = openRequest(readBody(call), keys);
  if (!opened) {
    log.warn('form.key-does-not-fit', { bytes: call.body.length });
    return { status: KEY_DOES_NOT_FIT };
  }
  const said = request.safeParse(opened.said).data;
  if (!said) return { status: 400 };
  try {
    const body = sealAnswer(await replyTo(said, endpoint), opened);
    return { status: 200, headers: { 'content-type': 'text/plain' }, body };
  } catch (error) {
    if (!(error instanceof FormOver)) throw error;
    log.info('form.over', { kind: wordOf(said.action) });
    return {
      status: TOKEN_OVER,
      body: { error_msg: endpoint.sayIn(endpoint.languages[0]?.code ?? 'en')(phrase(error.key)) },
    };
  }
}

async function replyTo(said: Said, { filling, sayIn, languages, isPicture, log }: FlowEndpoint): Promise<object> {
  const { action, flow_token: ticket = '', data } = said;
  if (action === 'ping') return { data: { status: 'active' } };
  if (typeof data.error === 'string') {
    log.warn('form.phone-reports', { place: wordOf(said.screen ?? ''), code: wordOf(data.error) });
    return { data: { acknowledged: true } };
  }
  const form = await filling.look(ticket);
  const say = sayIn(flowLanguageOf(form.service.id, form.language, languages));
  const showing: Showing = { form, say, passed: passedIn(data), isPicture };
  const screens = screensOf(form.service);
  const screen = screens.find(({ id }) => id === said.screen);
  if (action === 'INIT' || !screen) return nextScreen(showing);
  if (action === 'BACK') return shown(screen, showing, true);
  if (screen.kind === 'done') return finished(ticket, form.applicationId);
  const file = data.as === 'file' ? fileScreenOf(screens, screen) : undefined;
  if (file) return shown(file, showing, false);
  const given = await filling.give(ticket, givenOn(screen, data));
  const after: Showing = { ...showing, form: given.form };
  if (given.problems.length > 0) return withProblem(screen, after, given.problems);
  return nextScreen(isForPaper(screen) ? { ...after, passed: withPassed(data) } : after, screen);
}

/** Comes into the chat as the citizen's message, and the talk goes on from there. */
const finished = (ticket: string, applicationId: string): object => ({
  screen: 'SUCCESS',
  data: {
    extension_message_response: { params: { flow_token: ticket, choice: command.formFilled(applicationId) } },
  },
});

const isForPaper = ({ kind }: FlowScreen): boolean => kind === 'paper' || kind === 'file';

function givenOn(screen: FlowScreen, data: Said['data']): GivenScreen {
  if (isForPaper(screen)) return { texts: {}, same: [], papers: paperIn(data) };
  const questions = screen.kind === 'questions' ? screen.questions : [];
  return {
    texts: Object.fromEntries(questions.map(({ id }) => [id, textOf(data[nameOf(id)])])),
    same: questions.flatMap(({ id, sameAs }) => (sameAs && data[sameNameOf(id)] === true ? [id] : [])),
    papers: [],
  };
}

const many = z.array(z.string().max(200)).max(50);

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 5000);
  if (typeof value === 'number') return String(value);
  return (many.safeParse(value).data ?? []).join(',');
}

function paperIn(data: Said['data']): GivenScreen['papers'] {
  const requirement = typeof data.requirement === 'string' ? data.requirement : '';
  const picked = (name: 'photo' | 'document') => z.array(mediaSchema).safeParse(data[name]).data?.[0];
  const [photo, document] = [picked('photo'), picked('document')];
  const media = photo ? mediaOf(photo, 'image') : document && mediaOf(document, 'document');
  return media ? [{ requirement, channel: 'whatsapp', media }] : [];
}

const mediaOf = (file: FlowMedia, kind: 'image' | 'document') => ({
  ref: mediaRefOf(file),
  kind,
  mime: 'application/octet-stream',
  ...(file.file_name && { fileName: file.file_name }),
});

const passedIn = ({ passed }: Said['data']): readonly string[] =>
  typeof passed === 'string' ? passed.split(',').filter((each) => each !== '') : [];

/** What was asked for is not asked for again here, whether it was sent or left out. */
const withPassed = (data: Said['data']): readonly string[] => [
  ...passedIn(data),
  ...(typeof data.requirement === 'string' ? [data.requirement] : []),
];

/** Only what looks like one of Meta's own words goes into a log. */
const wordOf = (text: string): string => (/^[A-Za-z_-]{1,60}$/.test(text) ? text : 'unknown');
