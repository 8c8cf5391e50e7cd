import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';
import { isOperator } from '#domain/department/officer.ts';
import { NotSignedIn } from '../errors.ts';
import { languageAmong, languagesOfPage, rememberLanguage } from '../language.ts';
import { permissionsPolicy } from '../security-headers.ts';
import { appPage, htmlHeaders, type PageTexts, type Surroundings } from '../shell.ts';

export interface KioskWorld extends Surroundings {
  readonly texts: PageTexts;
}

/** The page of the kiosk; what it talks to is brought by the channel. */
export const kioskRoutes = (world: KioskWorld): Route[] => [
  { method: 'GET', path: '/kiosk', access: 'officer', handle: (request) => page(request, world) },
];

function page(request: WebRequest, world: KioskWorld): WebResponse {
  const { officer, csrfToken } = request.officer ?? {};
  // Another officer signs in anew, as an operator.
  if (!officer || !isOperator(officer)) throw new NotSignedIn();
  // Hindi first, whatever the kiosk's browser is set to.
  const { translator, texts } = world;
  const languages = languagesOfPage('kiosk.title', world);
  const offered = languages.map(({ code }) => code);
  const language = (request.query.lang && languageAmong(request, offered)) || 'hi';
  return {
    status: 200,
    // Papers are photographed here.
    headers: { ...htmlHeaders, ...rememberLanguage(request), ...permissionsPolicy('camera') },
    body: appPage({
      language,
      title: translator.say({ key: 'kiosk.title' }, language),
      around: world,
      app: 'kiosk',
      data: {
        language,
        csrfToken,
        texts: {},
        languages: languages.map(({ code, name, script, direction }) => ({ code, name, script, direction })),
        allTexts: Object.fromEntries(offered.map((code) => [code, texts('kiosk', code)])),
        operator: officer.name,
        enrolsItself: world.mode === 'demo',
      },
    }),
  };
}
