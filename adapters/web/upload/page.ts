import type { WantedPaper } from '#application/ports/in/uploading.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import type { Bilingual } from '../bilingual.ts';
import { type Html, html } from '../html.ts';

const TAKEN = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';

/** One form with two ways to the file: old phones know no other difference between camera and gallery. */
export function formPage({ paper, mostMegabytes }: WantedPaper, words: Bilingual, problem?: Refusal): Html {
  const { serviceId, requirement } = paper ?? {};
  const label = words.label(
    [`services.${serviceId}.papers.${requirement}.label`, 'uploadPage.forOfficer'],
    requirement ?? 'uploadPage.forOfficer',
  );
  return html`<h1>${words.say('uploadPage.title')}</h1>
${problem && html`<p class="problem" role="alert">${words.say(problem.key, problem.details)}</p>`}
<dl>
<div><dt>${words.say('uploadPage.paper')}</dt><dd>${label}</dd></div>
${serviceId && html`<div><dt>${words.say('uploadPage.service')}</dt><dd>${words.label([`services.${serviceId}.name`], serviceId)}</dd></div>`}
</dl>
<p class="advice">${words.say('uploadPage.limits', { megabytes: mostMegabytes })}</p>
<form method="post" enctype="multipart/form-data">
<label for="photo">${words.say('uploadPage.photo')}</label>
<input id="photo" type="file" name="photo" accept="image/*" capture="environment">
<label for="file">${words.say('uploadPage.file')}</label>
<input id="file" type="file" name="file" accept="${TAKEN}">
<button>${words.say('uploadPage.send')}</button>
</form>
<p class="advice">${words.say('uploadPage.wait')}</p>
<p class="advice">${words.say('uploadPage.kiosk')}</p>`;
}

/** How it stands, in one sentence, and what comes next. */
export const statePage = (look: 'genuine' | 'unknown', sign: string, key: string, words: Bilingual): Html =>
  html`<h1 class="verdict ${look}"><span class="sign" aria-hidden="true">${sign}</span><span>${words.say(key)}</span></h1>
<p class="advice">${words.say('uploadPage.goOn')}</p>`;
