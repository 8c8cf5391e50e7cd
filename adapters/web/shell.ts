import type { Translator } from '#application/ports/out/translator.ts';
import type { InstalledLanguage, Language } from '#domain/shared/language.ts';
import { type Assets, pathOf } from './build-pages.ts';
import { type Html, html, jsonScript } from './html.ts';

/** Texts of pages by their full key, with the gaps still in them: the browser fills those. */
export type PageTexts = (context: string, language: Language) => Readonly<Record<string, string>>;

/** What pages have in common: where their files are, and whether all of this is a demo. */
export interface Surroundings {
  readonly assets: Assets;
  readonly translator: Translator;
  readonly languages: readonly InstalledLanguage[];
  readonly mode: 'demo' | 'production';
}

/** An invented officer, shown so that anybody can try the desk. */
export interface DemoUser {
  readonly name: string;
  readonly password: string;
  /** What the account is for, by key. */
  readonly roleKey: string;
}

interface Page {
  readonly language: Language;
  readonly title: string;
  readonly around: Surroundings;
  readonly body: Html;
}

interface AppPage extends Omit<Page, 'body'> {
  /** The folder whose `page/main.tsx` runs. */
  readonly app: string;
  /** What the script finds in `pageData()`. */
  readonly data: object;
  readonly body?: Html;
}

const page = ({ language, title, around, body }: Page, styles: string, head?: Html): string =>
  `<!doctype html>\n${
    html`<html lang="${language}" dir="${directionOf(language, around.languages)}" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${pathOf(around.assets, styles)}">
${head}
</head>
<body>
${around.mode === 'demo' && demoBanner(around.translator, language)}
${body}
</body>
</html>`.markup
  }\n`;

/** Which way a language is written. */
export const directionOf = (language: Language, installed: readonly InstalledLanguage[]): 'ltr' | 'rtl' =>
  installed.find(({ code }) => code === language)?.direction ?? 'ltr';

/** Nobody shall take a demo for the real thing. */
const demoBanner = (translator: Translator, language: Language): Html =>
  html`<aside class="demo-banner" aria-label="${translator.say({ key: 'home.demo' }, language)}">${translator.say({ key: 'home.demoBanner' }, language)}</aside>`;

/** For people with any phone: no script, a stylesheet of two kilobytes, the phone's own fonts. */
export const plainPage = (parts: Page): string =>
  page({ ...parts, body: html`<main class="plain">${parts.body}</main>` }, 'plain.css');

/** A page in the full style, without a script. */
export const stillPage = (parts: Page): string => page(parts, 'style.css');

/** A page that a script fills. */
export const appPage = ({ app, data, body, ...parts }: AppPage): string =>
  page(
    { ...parts, body: body ?? html`<div id="app"></div>` },
    'style.css',
    html`${ownStyle(app, parts.around.assets)}${jsonScript('page-data', data)}<script type="module" src="${pathOf(parts.around.assets, `${app}.js`)}"></script>`,
  );

/** What a page's script imports as CSS comes out of the bundler beside it. */
const ownStyle = (app: string, assets: Assets): Html | undefined =>
  assets.has(`/assets/${app}.css`) ? html`<link rel="stylesheet" href="${pathOf(assets, `${app}.css`)}">` : undefined;

export const htmlHeaders: Readonly<Record<string, string>> = { 'content-type': 'text/html; charset=utf-8' };
