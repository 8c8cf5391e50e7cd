import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { Attending } from '#application/ports/in/attending.ts';
import type { Deciding, DeskFilter } from '#application/ports/in/deciding.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { ServiceId } from '#domain/shared/ids.ts';
import { languageOf, rememberLanguage } from '../language.ts';
import { clearSession, setSession } from '../session.ts';
import { appPage, type DemoUser, htmlHeaders, type PageTexts, type Surroundings } from '../shell.ts';
import { signedIn } from './asking.ts';
import { decisionIn, MOST_BODY_BYTES, signInIn } from './bodies.ts';
import { type DeskAction, type DeskPageData, deskActions, type FileList, fileOrders } from './page/api.ts';
import { paperHeaders } from './paper-headers.ts';
import { DeskWords } from './present.ts';
import { talkRoutes } from './talk-routes.ts';

export interface DeskWorld extends Surroundings {
  readonly deciding: Deciding;
  readonly attending: Attending;
  readonly texts: PageTexts;
  readonly publicUrl: string;
  /** The definition behind a file: says which facts of papers answer which question. */
  readonly serviceOf: (id: ServiceId) => ServiceDefinition | undefined;
  /** Shown beside the login; none in production. */
  readonly demoUsers: readonly DemoUser[];
}

/** The officers' desk: a page, and the JSON routes that it talks to. */
export const deskRoutes = (world: DeskWorld): Route[] => [
  { method: 'GET', path: '/desk', access: 'officer', handle: (request) => page(request, world) },
  { method: 'GET', path: '/desk/files/:id', access: 'officer', handle: (request) => page(request, world) },
  { method: 'GET', path: '/desk/talks', access: 'officer', handle: (request) => page(request, world) },
  { method: 'GET', path: '/desk/talks/:id', access: 'officer', handle: (request) => page(request, world) },
  { method: 'GET', path: '/desk/login', access: 'public', handle: (request) => page(request, world) },
  { method: 'POST', path: '/desk/api/sign-in', access: 'public', handle: (request) => signIn(request, world) },
  { method: 'POST', path: '/desk/api/sign-out', access: 'officer', handle: (request) => signOut(request, world) },
  { method: 'GET', path: '/desk/api/files', access: 'officer', handle: (request) => list(request, world) },
  { method: 'GET', path: '/desk/api/files/:id', access: 'officer', handle: (request) => view(request, world) },
  {
    method: 'GET',
    path: '/desk/api/files/:id/papers/:paperId',
    access: 'officer',
    handle: (request) => paper(request, world),
  },
  ...talkRoutes(world),
  ...deskActions.map(
    (action): Route => ({
      method: 'POST',
      path: `/desk/api/files/:id/${action}`,
      access: 'officer',
      ...(action === 'resolve' && { maxBytes: MOST_BODY_BYTES, seconds: 120 }),
      handle: (request) => decide(action, request, world),
    }),
  ),
];

function page(request: WebRequest, world: DeskWorld): WebResponse {
  const { translator, texts, demoUsers } = world;
  const language = languageOf(request);
  const { officer, csrfToken } = request.officer ?? {};
  const words = new DeskWords(translator, language);
  const data: DeskPageData = officer
    ? {
        officer: {
          ...officer,
          role: words.label([`roles.${officer.role}`], officer.role),
          department: words.label(
            [`departments.${officer.department}.name`, `departments.${officer.department}`],
            officer.department,
          ),
        },
      }
    : { demoUsers: demoUsers.map(({ name, password, roleKey }) => ({ name, password, role: words.say(roleKey) })) };
  return {
    status: 200,
    headers: { ...htmlHeaders, ...rememberLanguage(request) },
    body: appPage({
      language,
      title: words.say('desk.title'),
      around: world,
      app: 'desk',
      data: { language, csrfToken, texts: texts('desk', language), ...data },
    }),
  };
}

/** Only JSON is taken: a form on another site cannot send that, so nobody is signed in behind his back. */
async function signIn(request: WebRequest, { deciding, publicUrl }: DeskWorld): Promise<WebResponse> {
  const { token } = await deciding.signIn({ ...signInIn(request), ip: request.ip });
  return { status: 200, headers: setSession(publicUrl, token), body: {} };
}

async function signOut(request: WebRequest, { deciding, publicUrl }: DeskWorld): Promise<WebResponse> {
  await deciding.signOut(signedIn(request).token);
  return { status: 200, headers: clearSession(publicUrl), body: {} };
}

async function list(request: WebRequest, { deciding, translator }: DeskWorld): Promise<WebResponse> {
  const found = await deciding.list(signedIn(request).officer.id, filterIn(request));
  const words = new DeskWords(translator, languageOf(request));
  const body: FileList = { ...found, rows: found.rows.map((row) => words.row(row)) };
  return { status: 200, body };
}

function filterIn({ query: { status, search, order, page = '' } }: WebRequest): DeskFilter {
  const known = fileOrders.find((each) => each === order);
  return {
    ...(known && { order: known }),
    ...(/^[1-9]\d{0,5}$/.test(page) && { page: Number(page) }),
    ...((status === 'open' || status === 'waiting' || status === 'done') && { status }),
    ...(search?.trim() && { search: search.trim().slice(0, 100) }),
  };
}

async function view(request: WebRequest, { deciding, translator, serviceOf }: DeskWorld): Promise<WebResponse> {
  const { officer } = signedIn(request);
  const file = await deciding.view(officer.id, request.params.id ?? '');
  const words = new DeskWords(translator, languageOf(request));
  return { status: 200, body: words.file(file, serviceOf(file.serviceId), officer.id) };
}

async function paper(request: WebRequest, { deciding }: DeskWorld): Promise<WebResponse> {
  const { id = '', paperId = '' } = request.params;
  const { bytes, mime } = await deciding.paper(signedIn(request).officer.id, id, paperId);
  return { status: 200, headers: paperHeaders(mime), body: bytes };
}

async function decide(action: DeskAction, request: WebRequest, { deciding }: DeskWorld): Promise<WebResponse> {
  const whose = { officerId: signedIn(request).officer.id, applicationId: request.params.id ?? '' };
  await deciding.act(action, { ...whose, ...decisionIn(request, action) });
  return { status: 200, body: {} };
}
