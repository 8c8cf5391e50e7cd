import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { type Html, html } from '../html.ts';
import { languageOf, type PageLanguage, rememberLanguage } from '../language.ts';
import { type DemoUser, htmlHeaders, type Surroundings, stillPage } from '../shell.ts';

export interface HomeWorld extends Surroundings {
  readonly demoUsers: readonly DemoUser[];
}

export const homeRoutes = (world: HomeWorld): Route[] => [
  { method: 'GET', path: '/', access: 'public', handle: (request) => home(request, world) },
];

function home(request: WebRequest, world: HomeWorld): WebResponse {
  const { translator, mode, demoUsers } = world;
  const language = languageOf(request);
  const say: Say = (key) => translator.say({ key: `home.${key}` }, language);
  const isDemo = mode === 'demo';
  const body = html`<header>
<div class="container top">${brand(say)}<nav aria-label="${say('language')}">${languageLinks(language)}</nav></div>
</header>
<main class="container home">
<div class="hero"><div><h1>${say('headline')}</h1><p>${say('lead')}</p></div>${aChat(say)}</div>
<div class="columns">
${group(say, 'citizens', isDemo ? ['join', 'simulator', 'kiosk', 'verify'] : ['join', 'kiosk', 'verify'])}
${group(say, 'officers', ['desk', 'dashboard'])}
</div>
${isDemo && demoUsers.length > 0 && userTable(demoUsers, say, translator, language)}
</main>
<footer class="container">${say('footer')}</footer>`;
  return {
    status: 200,
    headers: { ...htmlHeaders, ...rememberLanguage(request) },
    body: stillPage({ language, title: say('title'), around: world, body }),
  };
}

type Say = (key: string) => string;

const addresses: Readonly<Record<string, string>> = {
  join: '/join',
  simulator: '/simulator',
  kiosk: '/kiosk',
  verify: '/v',
  desk: '/desk',
  dashboard: '/dashboard',
};

const brand = (say: Say): Html =>
  html`<a class="brand" href="/"><span class="mark" aria-hidden="true">एक</span>${say('title')}</a>`;

/** A short talk, as it looks on a phone. */
const aChat = (say: Say): Html =>
  html`<div class="chat"><p class="mine">${say('chat.ask')}</p><p>${say('chat.answer')}</p><p class="mine">${say('chat.photo')}</p><p>${say('chat.done')}</p></div>`;

const languageLinks = (current: PageLanguage): Html =>
  html`<a href="?lang=en" lang="en" ${current === 'en' && html`aria-current="true"`}>English</a>
<a href="?lang=hi" lang="hi" ${current === 'hi' && html`aria-current="true"`}>हिन्दी</a>`;

const group = (say: Say, name: string, places: readonly string[]): Html =>
  html`<section aria-labelledby="${name}"><h2 id="${name}">${say(`${name}.title`)}</h2>
${places.map(
  (place) =>
    html`<a class="place" href="${addresses[place]}"><strong>${say(`places.${place}.name`)}</strong><span>${say(`places.${place}.about`)}</span></a>`,
)}</section>`;

const userTable = (users: readonly DemoUser[], say: Say, translator: Translator, language: PageLanguage): Html =>
  html`<h2 id="users">${say('users.title')}</h2><p>${say('users.about')}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="users"><table>
<thead><tr><th scope="col">${say('users.role')}</th><th scope="col">${say('users.name')}</th><th scope="col">${say('users.password')}</th></tr></thead>
<tbody>${users.map(
    ({ name, password, roleKey }) =>
      html`<tr><td>${translator.say({ key: roleKey }, language)}</td><td><code>${name}</code></td><td><code>${password}</code></td></tr>`,
  )}</tbody></table></div>`;
