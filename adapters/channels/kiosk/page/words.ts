import { pageData } from '#adapters/web/page/page-data.ts';

export type PageLanguage = string;

/** A language that the kiosk is written in. */
interface KioskLanguage {
  readonly code: PageLanguage;
  /** In the language itself. */
  readonly name: string;
  /** ISO 15924. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What the server's route puts into this page besides. */
export interface KioskPageData {
  readonly languages: readonly KioskLanguage[];
  readonly allTexts: Readonly<Record<PageLanguage, Readonly<Record<string, string>>>>;
  readonly operator: string;
  /** In a demonstration a browser becomes a kiosk without a code. */
  readonly enrolsItself: boolean;
}

const data = pageData<KioskPageData>();
let language: PageLanguage = data.language;

export const kioskLanguages = data.languages;

/** Without loading the page anew: what was typed stays. */
export function setLanguage(chosen: PageLanguage): void {
  language = chosen;
  document.documentElement.lang = chosen;
  document.documentElement.dir = languageAsInstalled()?.direction ?? 'ltr';
  document.title = t('title');
}

const languageAsInstalled = (): KioskLanguage | undefined => data.languages.find(({ code }) => code === language);
export const scriptNow = (): string => languageAsInstalled()?.script ?? 'Latn';
export const languageNow = (): PageLanguage => language;

/** The sentence behind a key of the kiosk, with its gaps filled. */
export const t = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  tIn(language, key, values);

/** The same in a given language, for what is said in several at once. */
export const tIn = (said: PageLanguage, key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (data.allTexts[said]?.[`kiosk.${key}`] ?? key).replace(/\{\{(\w+)\}\}/g, (gap, name: string) =>
    String(values[name] ?? gap),
  );

export const operatorName = data.operator;
export const enrolsItself = data.enrolsItself;

/** Digits as messages have them, in any language, and the time of the place, however the machine is set. */
const formatOf = (parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`${language}-IN-u-nu-latn`, { ...parts, timeZone: 'Asia/Kolkata' });

export const showTime = (at: Date): string =>
  formatOf({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(at);

export const showDay = (at: Date): string => formatOf({ dateStyle: 'long' }).format(at);

/** Seconds as `4:05`. */
export const showSeconds = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};
