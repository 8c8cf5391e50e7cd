import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { TokenBuckets } from '#adapters/shared/token-buckets.ts';
import type { PayablePage, Paying } from '#application/ports/in/paying.ts';
import { Bilingual } from '../bilingual.ts';
import { TooManyRequests } from '../errors.ts';
import { type Html, html } from '../html.ts';
import { htmlHeaders, plainPage, type Surroundings } from '../shell.ts';

export interface PayWorld extends Surroundings {
  readonly paying: Paying;
  readonly limit: TokenBuckets;
}

/** The short link of messages: on to the gateway while something is owed, else a word on how it ended. */
export const payRoutes = (world: PayWorld): Route[] => [
  { method: 'GET', path: '/pay/:id', access: 'public', handle: (request) => pay(request, world) },
];

async function pay(request: WebRequest, world: PayWorld): Promise<WebResponse> {
  const { paying, limit } = world;
  if (!limit.take(request.ip)) throw new TooManyRequests();
  const payable = await paying.open(request.params.id ?? '');
  if (payable.status === 'open' && payable.url) return { status: 303, headers: { location: payable.url } };
  const words = Bilingual.for(request, 'pay.title', world);
  const { language } = words;
  const title = words.sayOnce('pay.title');
  const body = outcome(payable, words);
  return { status: 200, headers: htmlHeaders, body: plainPage({ language, title, around: world, body }) };
}

const looks = {
  paid: ['genuine', '✓'],
  open: ['unknown', '…'],
  pending: ['unknown', '…'],
  expired: ['unknown', '!'],
  cancelled: ['revoked', '✕'],
} as const;

function outcome({ status, amount, description, receiptNumber }: PayablePage, words: Bilingual): Html {
  const [look, sign] = looks[status];
  return html`<h1 class="verdict ${look}"><span class="sign" aria-hidden="true">${sign}</span><span>${words.say(`pay.${status}`)}</span></h1>
<dl>
<div><dt>${words.say('pay.for')}</dt><dd>${description}</dd></div>
<div><dt>${words.say('pay.amount')}</dt><dd><b>${words.sayOnce('pay.value', { value: { money: amount } })}</b></dd></div>
${receiptNumber && html`<div><dt>${words.say('pay.receiptNumber')}</dt><dd><a class="number" href="/v/${encodeURIComponent(receiptNumber)}">${receiptNumber}</a></dd></div>`}
</dl>
<p class="advice">${words.say(`pay.advice.${status}`)}</p>`;
}
