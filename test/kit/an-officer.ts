/** An officer at the desk, over HTTP as the page does it. */
export interface TestOfficer {
  files(
    status?: 'open' | 'waiting' | 'done',
  ): Promise<readonly { id: string; acknowledgementNumber: string; status: string }[]>;
  open(
    id: string,
  ): Promise<{
    version: number;
    answers: readonly { questionId: string }[];
    papers: readonly { id: string }[];
    may: readonly string[];
  }>;
  decides(id: string, action: 'query' | 'approve' | 'reject' | 'resolve', text?: string): Promise<void>;
}

export async function anOfficer(url: string, name: string, password: string): Promise<TestOfficer> {
  const signedIn = await fetch(`${url}/desk/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  if (!signedIn.ok) throw new Error(`signing in was answered ${signedIn.status}`);
  const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
  const page = await (await fetch(`${url}/desk`, { headers: { cookie, accept: 'text/html' } })).text();
  const csrfToken = /"csrfToken":"([^"]+)"/.exec(page)?.[1] ?? '';

  const get = async <Body>(path: string): Promise<Body> => {
    const response = await fetch(`${url}${path}`, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
    return (await response.json()) as Body;
  };
  const officer: TestOfficer = {
    files: (status = 'open') => get(`/desk/api/files?status=${status}`),
    open: (id) => get(`/desk/api/files/${id}`),
    decides: async (id, action, text) => {
      const { version } = await officer.open(id);
      const response = await fetch(`${url}/desk/api/files/${id}/${action}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'x-csrf-token': csrfToken },
        body: JSON.stringify({ seenVersion: version, ...(text !== undefined && { text }) }),
      });
      if (!response.ok) throw new Error(`${action} was answered ${response.status}: ${await response.text()}`);
    },
  };
  return officer;
}
