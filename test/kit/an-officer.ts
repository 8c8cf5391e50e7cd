import type {
  DeskAction,
  FileList,
  FileRow,
  ShownEarlier,
  ShownFile,
  ShownRow,
  ShownTalk,
} from '#adapters/web/desk/page/api.ts';

/** A picture of one pixel, in letters: what he attaches where a photo is wanted. */
const PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** An officer at the desk, over HTTP as the page does it. */
export interface TestOfficer {
  files(status?: 'open' | 'waiting' | 'done'): Promise<readonly FileRow[]>;
  open(id: string): Promise<ShownFile>;
  /** A paper's bytes, as the page shows them. */
  paper(id: string, paperId: string): Promise<Uint8Array>;
  decides(id: string, action: DeskAction, text?: string, more?: object): Promise<void>;
  /** Citizens who wait for a person. */
  talks(): Promise<readonly ShownRow[]>;
  takes(talk: string): Promise<void>;
  reads(talk: string): Promise<ShownTalk>;
  /** The newest part of what was said before he came. */
  readsEarlier(talk: string): Promise<ShownEarlier>;
  /** A file that was sent in a talk, as the page opens it. */
  opensFile(talk: string, fileId: string): Promise<Uint8Array>;
  writes(talk: string, text: string): Promise<void>;
  ends(talk: string): Promise<void>;
  /** The same, as a page does that was opened before somebody else decided. Returns the answer's status. */
  decidesOn(version: number, id: string, action: DeskAction): Promise<number>;
}

/** Signs in as one of the demo officers. */
export async function anOfficer(url: string, name: string, password = `demo-${name}`): Promise<TestOfficer> {
  const { cookie, csrfToken } = await signedIn(url, name, '/desk', password);

  const get = async (path: string, of = 'files'): Promise<Response> => {
    const response = await fetch(`${url}/desk/api/${of}${path}`, { headers: { cookie } });
    if (response.ok) return response;
    await response.arrayBuffer();
    throw new Error(`${path} was answered ${response.status}`);
  };
  const post = (id: string, action: string, body: object, of = 'files'): Promise<Response> =>
    fetch(`${url}/desk/api/${of}/${id}/${action}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'x-csrf-token': csrfToken },
      body: JSON.stringify(body),
    });
  const open = async (id: string): Promise<ShownFile> => (await get(`/${id}`)).json() as Promise<ShownFile>;
  const inTalk = async (talk: string, act: string, body: object): Promise<void> => {
    const response = await post(talk, act, body, 'talks');
    const said = await response.text();
    if (!response.ok) throw new Error(`${act} was answered ${response.status}: ${said}`);
  };
  return {
    files: async (status = 'open') => ((await (await get(`?status=${status}`)).json()) as FileList).rows,
    open,
    paper: async (id, paperId) => (await get(`/${id}/papers/${paperId}`)).bytes(),
    decides: async (id, action, text, more = {}) => {
      const { version, needsPhoto } = await open(id);
      const response = await post(id, action, {
        seenVersion: version,
        ...(text !== undefined && { text }),
        ...more,
        ...(action === 'resolve' && needsPhoto && { photo: PHOTO }),
      });
      const said = await response.text();
      if (!response.ok) throw new Error(`${action} was answered ${response.status}: ${said}`);
    },
    talks: async () => (await get('', 'talks')).json() as Promise<readonly ShownRow[]>,
    takes: (talk) => inTalk(talk, 'take', {}),
    reads: async (talk) => (await get(`/${talk}`, 'talks')).json() as Promise<ShownTalk>,
    readsEarlier: async (talk) => (await get(`/${talk}/history`, 'talks')).json() as Promise<ShownEarlier>,
    opensFile: async (talk, fileId) => (await get(`/${talk}/papers/${fileId}`, 'talks')).bytes(),
    writes: (talk, text) => inTalk(talk, 'say', { text }),
    ends: (talk) => inTalk(talk, 'end', {}),
    decidesOn: async (version, id, action) => {
      const response = await post(id, action, { seenVersion: version });
      await response.arrayBuffer();
      return response.status;
    },
  };
}

/** Signed in, with what the page at that path was given to make calls. */
export async function signedIn(url: string, name: string, path: string, password = `demo-${name}`) {
  const cookie = await signIn(url, name, password);
  const page = await (await fetch(`${url}${path}`, { headers: { cookie, accept: 'text/html' } })).text();
  const csrfToken = /"csrfToken":"([^"]+)"/.exec(page)?.[1] ?? '';
  const post = async <Answer>(to: string, body: object): Promise<Answer> => {
    const headers = { cookie, 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const response = await fetch(`${url}${to}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${to} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return { cookie, csrfToken, post };
}

async function signIn(url: string, name: string, password: string): Promise<string> {
  const response = await fetch(`${url}/desk/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`signing in was answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
}
