import type { WebRequest, WebResponse } from '#adapters/shared/route.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { languageOf, rememberLanguage } from '../language.ts';
import { appPage, htmlHeaders, type PageTexts, type Surroundings } from '../shell.ts';

export interface DashboardPages extends Surroundings {
  readonly translator: Translator;
  readonly texts: PageTexts;
}

/** The page of the dashboard's program, by the key of its title; `more` is what that page needs besides. */
export function dashboardPage(
  request: WebRequest,
  world: DashboardPages,
  titleKey: string,
  more: Readonly<Record<string, unknown>> = {},
): WebResponse {
  const language = languageOf(request);
  const { officer, csrfToken } = request.officer ?? {};
  return {
    status: 200,
    headers: { ...htmlHeaders, ...rememberLanguage(request) },
    body: appPage({
      language,
      title: world.translator.say({ key: titleKey }, language),
      around: world,
      app: 'dashboard',
      data: { language, csrfToken, texts: world.texts('desk', language), officer, ...more },
    }),
  };
}
