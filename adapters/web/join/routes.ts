import { toDataURL } from 'qrcode';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { TokenBuckets } from '#adapters/shared/token-buckets.ts';
import type { JoinedBy } from '#domain/notification/opt-in.ts';
import { Bilingual } from '../bilingual.ts';
import { TooManyRequests } from '../errors.ts';
import { type Html, html } from '../html.ts';
import { htmlHeaders, plainPage, type Surroundings } from '../shell.ts';
import { type JoinSettings, type Way, waysIn } from './ways.ts';

export interface JoinWorld extends Surroundings {
  readonly join: JoinSettings;
  readonly publicUrl: string;
  /** Codes are drawn for every reader. */
  readonly limit: TokenBuckets;
}

/** How people say yes to being written to: by a code to point the camera at, or a link to tap. A mail carries `?by=email`. */
export const joinRoutes = (world: JoinWorld): Route[] => [
  { method: 'GET', path: '/join', access: 'public', handle: (request) => join(request, world) },
];

async function join(request: WebRequest, world: JoinWorld): Promise<WebResponse> {
  if (!world.limit.take(request.ip)) throw new TooManyRequests();
  const { mode, publicUrl } = world;
  const words = Bilingual.for(request, 'joinPage.title', world);
  const by: JoinedBy = request.query.by === 'email' ? 'email' : 'qr';
  const hello = words.sayOnce(by === 'email' ? 'join.helloByEmail' : 'join.hello');
  const ways = waysIn(world.join, {
    hello,
    start: `by-${by}`,
    ...(mode === 'demo' && { simulator: `${publicUrl}/simulator` }),
  });
  const shown: Html[] = [];
  for (const way of ways) shown.push(await wayIn(way, words));
  const body = html`<h1>${words.say('joinPage.title')}</h1>
<p>${words.say('joinPage.lead')}</p>
<p class="advice">${words.say('joinPage.consent')}</p>
${shown.length > 0 ? shown : html`<p>${words.say('joinPage.none')}</p>`}`;
  const title = words.sayOnce('joinPage.title');
  return {
    status: 200,
    headers: htmlHeaders,
    body: plainPage({ language: words.language, title, around: world, body }),
  };
}

async function wayIn({ kind, link, number }: Way, words: Bilingual): Promise<Html> {
  // Whoever rings has the telephone in his hand.
  const picture =
    kind === 'call' ? undefined : await toDataURL(link, { errorCorrectionLevel: 'M', margin: 2, scale: 4 });
  return html`<section class="way-in">
<h2>${words.say(`joinPage.${kind}.name`)}</h2>
${picture && html`<img src="${picture}" alt="${words.sayOnce('joinPage.code', { way: words.sayOnce(`joinPage.${kind}.name`) })}">`}
<p><a class="button" href="${link}">${words.say(`joinPage.${kind}.open`)}</a></p>
${number && html`<p>${words.say(`joinPage.${kind}.number`, { number })}</p>`}
</section>`;
}
