import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WebRequest, WebResponse } from '#adapters/shared/route.ts';
import { documentLinks, documentRoute } from '#adapters/web/document-links/index.ts';
import { LinkExpired, PageUnknown } from '#adapters/web/errors.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { aDocumentStore, NOW, type StandingClock, standingClock } from '#test/kit/fakes.ts';

const settings = { publicUrl: 'https://ek.test', secret: new Uint8Array(32).fill(7) };
const UNTIL = plusMinutes(NOW, 60);
const pdf = { bytes: new TextEncoder().encode('%PDF-1.7'), mime: 'application/pdf' };

let clock: StandingClock;
let follow: (link: string) => Promise<WebResponse>;

beforeEach(async () => {
  clock = standingClock();
  const documents = aDocumentStore();
  await documents.put('document-1', 'citizen-1', pdf);
  await documents.put('document-2', 'citizen-2', pdf);
  const route = documentRoute(settings, documents, clock);
  follow = async (link) => {
    const token = link.split('/d/')[1] ?? '';
    return route.handle({ params: { token } } as unknown as WebRequest);
  };
});

const link = (more = settings, documentId = 'document-1', citizenId = 'citizen-1') =>
  documentLinks(more).linkTo(documentId, citizenId, UNTIL);

describe('a link to a document', () => {
  it('opens the document, for no other eyes and no index', async () => {
    const response = await follow(link());
    expect(response).toMatchObject({ status: 200, body: pdf.bytes });
    expect(response.headers).toMatchObject({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  });

  it('ends when its time is over, and says so', async () => {
    clock.advance(60);
    expect((await follow(link())).status).toBe(200);
    clock.advance(1);
    await expect(follow(link())).rejects.toThrow(LinkExpired);
  });

  it('is of no use when another secret signed it, or the document is gone', async () => {
    await expect(follow(link({ ...settings, secret: new Uint8Array(32) }))).rejects.toThrow(PageUnknown);
    await expect(follow(link(settings, 'document-9'))).rejects.toThrow(PageUnknown);
    await expect(follow(link(settings, 'document-1', 'citizen-2'))).rejects.toThrow(PageUnknown);
  });

  it('with anything changed in it opens nothing', async () => {
    const [, token = ''] = link().split('/d/');
    const changed = fc
      .tuple(fc.nat(token.length - 1), fc.constantFrom(...'abcxyz019.-_Ää'))
      .map(([at, put]) => `${token.slice(0, at)}${put}${token.slice(at + 1)}`)
      .filter((each) => each !== token);
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, fc.string()), async (other) => {
        await expect(follow(`https://ek.test/d/${other}`)).rejects.toThrow(PageUnknown);
      }),
    );
  });
});
