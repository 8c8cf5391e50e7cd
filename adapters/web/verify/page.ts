import type { Verified } from '#application/ports/in/verifying.ts';
import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { slotPhrase } from '#domain/conversation/standing-talk.ts';
import { isDate } from '#domain/shared/time.ts';
import type { Bilingual } from '../bilingual.ts';
import { type Html, html } from '../html.ts';

const signs = { genuine: '✓', revoked: '✕', replaced: '✕', unknown: '?' } as const;

const ADVICE = {
  genuine: 'verify.compare',
  revoked: 'verify.doNotAccept',
  replaced: 'verify.askForNewer',
} as const;

const verdict = (is: keyof typeof signs, sentence: Html): Html =>
  html`<h1 class="verdict ${is === 'replaced' ? 'revoked' : is}"><span class="sign" aria-hidden="true">${signs[is]}</span><span>${sentence}</span></h1>`;

const row = (label: Html, value: Html | string): Html => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** What is known of a number, for comparing with the paper in hand. */
export function foundPage(
  { number, kind, status, serviceId, department, issuedOn, validTo, facts }: Verified,
  words: Bilingual,
): Html {
  return html`${verdict(status, words.say(`verify.${status}.${kind}`))}
<dl>
${row(words.say('verify.number'), html`<b class="number">${number}</b>`)}
${row(words.say('verify.service'), words.label([`services.${serviceId}.name`], serviceId))}
${row(words.say('verify.department'), words.label([`departments.${department}.name`, `departments.${department}`], department))}
${row(words.say('verify.issuedOn'), words.say('verify.value', { value: { date: issuedOn } }))}
${validTo ? row(words.say('verify.validTo'), words.say('verify.value', { value: { date: validTo } })) : ''}
${facts.map((fact) => row(factLabel(fact.id, serviceId, words), factValue(fact, serviceId, words)))}
</dl>
<p class="advice">${words.say(ADVICE[status])}</p>
${another(words)}`;
}

export const unknownPage = (number: string, words: Bilingual): Html =>
  html`${verdict('unknown', words.say('verify.unknown'))}
<dl>${row(words.say('verify.number'), html`<b class="number">${number}</b>`)}</dl>
<p class="advice">${words.say('verify.unknownAdvice')}</p>
${numberForm(words)}`;

export const askForNumber = (words: Bilingual): Html =>
  html`<h1>${words.say('verify.title')}</h1><p class="advice">${words.say('verify.ask')}</p>${numberForm(words)}`;

const another = (words: Bilingual): Html => html`<p><a href="/v">${words.say('verify.another')}</a></p>`;

const numberForm = (words: Bilingual): Html =>
  html`<form action="/v" method="get">
<label for="number">${words.say('verify.number')}</label>
<input id="number" name="number" required maxlength="64" autocomplete="off" autocapitalize="characters" spellcheck="false">
<button>${words.say('verify.check')}</button>
</form>`;

const factLabel = (id: string, serviceId: string, words: Bilingual): Html =>
  words.label([`services.${serviceId}.questions.${id}.label`, `facts.${id}`, `verify.facts.${id}`], id);

/** Choices are kept by their ids, days and booked times as the calendar writes them; a stranger reads words. */
function factValue({ id, value }: Verified['facts'][number], serviceId: string, words: Bilingual): Html {
  if (isDate(value)) return words.say('verify.value', { value: { date: value } });
  if (isSlot(value)) return words.say('verify.value', { value: slotPhrase(value) });
  const chosen = serviceKey.choice(serviceId, id, value);
  return words.knows(chosen) ? words.say(chosen) : html`${value}`;
}

const isSlot = (value: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value);
