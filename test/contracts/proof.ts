import type { WebRequest } from '#adapters/shared/route.ts';

/** Where a call proves who makes it. */
export interface Proof {
  of(request: WebRequest): string | undefined;
  /** The same call with another proof, or without any. */
  put(request: WebRequest, proof: string | undefined): WebRequest;
}

export const inHeader = (name: string): Proof => ({
  of: ({ headers }) => headers[name],
  put: (request, proof) => ({ ...request, headers: { ...request.headers, [name]: proof } }),
});

export const inQuery = (name: string): Proof => ({
  of: ({ query }) => query[name],
  put(request, proof) {
    const { [name]: _, ...query } = request.query;
    return { ...request, query: { ...query, ...(proof !== undefined && { [name]: proof }) } };
  },
});

/** At the end of the path, after `base` and what it is called for. */
export const inPath = (base: string): Proof => ({
  of: ({ path }) => decodeURIComponent(path.slice(base.length).split('/')[2] ?? ''),
  put(request, proof) {
    const [, what = ''] = request.path.slice(base.length).split('/');
    return { ...request, path: [`${base}/${what}`, ...(proof ? [encodeURIComponent(proof)] : [])].join('/') };
  },
});
