import { pageData } from '#adapters/web/page/page-data.ts';

export type PageLanguage = 'hi' | 'en';

/** What the server's route puts into this page besides. */
export interface KioskPageData {
  readonly allTexts: Readonly<Record<PageLanguage, Readonly<Record<string, string>>>>;
  readonly operator: string;
}

const data = pageData<KioskPageData>();
let language: PageLanguage = data.language;

/** Without loading the page anew: what was typed stays. */
export function setLanguage(chosen: PageLanguage): void {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = t('title');
}

export const languageNow = (): PageLanguage => language;

/** The sentence behind a key of the kiosk, with its gaps filled. */
export const t = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (data.allTexts[language][`kiosk.${key}`] ?? key).replace(/\{\{(\w+)\}\}/g, (gap, name: string) =>
    String(values[name] ?? gap),
  );

export const operatorName = data.operator;

export const showTime = (at: Date): string =>
  new Intl.DateTimeFormat(`${language}-IN`, { dateStyle: 'long', timeStyle: 'short' }).format(at);

export const showDay = (at: Date): string =>
  new Intl.DateTimeFormat(`${language}-IN`, { dateStyle: 'long' }).format(at);

/** Seconds as `4:05`. */
export const showSeconds = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};
