import i18next, { type ResourceLanguage } from 'i18next';
import type { Sentences, SentencesOf, Translator, Variant } from '#application/ports/out/translator.ts';
import type { Words } from '#application/ports/out/words.ts';
import { hasOwnWords, type Sentence } from '#domain/notification/sentence.ts';
import type { InstalledLanguage, Language } from '#domain/shared/language.ts';
import type { Phrase, PhraseValue, PhraseValues } from '#domain/shared/phrase.ts';
import { moneyText, numberText, partsOfDay } from './values.ts';

/** Sentences by language and by nested key, such as `{ hi: { talk: { welcome: '…' } } }`. */
export type Texts = Readonly<Record<Language, object>>;

/** Said in place of a sentence that nobody has written. */
const UNSAYABLE = 'talk.cannotSay';

const NAMESPACE = 'sentences';

/**
 * Puts phrases into words by i18next. A key that no language has is told to `onMissing`, and the citizen reads a neutral
 * sentence instead of it.
 */
export function openTranslator(
  texts: Texts,
  installed: readonly Pick<InstalledLanguage, 'code' | 'fallback'>[],
  onMissing: (key: string, language: Language) => void = () => undefined,
): Translator & Sentences & Words {
  const languages = installed.map(({ code }) => code);
  const fallbacks = new Map(installed.map(({ code, fallback }) => [code, fallback]));
  const i18n = i18next.createInstance();
  void i18n.init({
    initAsync: false,
    resources: Object.fromEntries(languages.map((each) => [each, { [NAMESPACE]: texts[each] as ResourceLanguage }])),
    ns: [NAMESPACE],
    defaultNS: NAMESPACE,
    nsSeparator: false,
    load: 'currentOnly',
    fallbackLng: Object.fromEntries([...fallbacks].map(([from, to]) => [from, [...to]])),
    // Messages are plain text; pages escape for themselves.
    interpolation: { escapeValue: false },
  });

  const inLanguage = (key: string, language: Language): string | undefined => {
    const found: unknown = i18n.getResource(language, NAMESPACE, key);
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  const isSomewhere = (key: string, language: Language): boolean =>
    [language, ...(fallbacks.get(language) ?? [])].some((each) => inLanguage(key, each) !== undefined);

  const sayKey = (key: string, values: PhraseValues, language: Language, variant?: Variant): string => {
    if (!isSomewhere(key, language)) {
      onMissing(key, language);
      return key === UNSAYABLE || !isSomewhere(UNSAYABLE, language) ? '' : sayKey(UNSAYABLE, {}, language);
    }
    const filled = Object.entries(values).map(([name, value]) => [name, valueText(value, language, variant)]);
    // What a citizen wrote is put into the gap as it is; nothing in it is taken for a sentence of ours.
    return i18n.t(key, {
      lng: language,
      nest: false,
      replace: Object.fromEntries(filled),
      ...(variant && { context: variant }),
    });
  };

  const say = (said: Phrase, language: Language, variant?: Variant): string => {
    if ('text' in said) return said.text;
    if ('key' in said) return sayKey(said.key, said.values ?? {}, language, variant);
    return said.lines
      .map((each) => say(each, language, variant))
      .filter((line) => line.trim() !== '')
      .join('\n');
  };

  const valueText = (value: PhraseValue, language: Language, variant?: Variant): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return numberText(value);
    if ('money' in value) return moneyText(value.money);
    if ('phrase' in value) return say(value.phrase, language, variant);
    if ('list' in value) return listText(value.list, language, variant);
    if ('row' in value) return value.row.map((each) => valueText(each, language, variant)).join(', ');
    return dayText(value.date, value.withWeekday === true, language, variant);
  };

  const listText = (list: readonly PhraseValue[], language: Language, variant?: Variant): string => {
    const items = list.map((each) => valueText(each, language, variant)).filter((each) => each !== '');
    const last = items.pop() ?? '';
    return items.length === 0 ? last : sayKey('list.joined', { most: items.join(', '), last }, language);
  };

  const dayText = (date: string, withWeekday: boolean, language: Language, variant?: Variant): string => {
    const day = partsOfDay(date);
    if (!day) return date;
    if (!withWeekday) return day.inDigits;
    const values = {
      day: String(day.day),
      month: sayKey(`calendar.months.${day.month}`, {}, language),
      year: String(day.year),
      weekday: sayKey(`calendar.weekdays.${day.weekday}`, {}, language),
    };
    return sayKey('calendar.dayWithWeekday', values, language, variant);
  };

  /** Every turn asks for the same ones. */
  const known = new Map<string, readonly string[]>();
  const around = (key: string): readonly string[] => {
    const words = known.get(key) ?? [
      ...new Set(languages.flatMap((language) => withoutGaps(inLanguage(key, language)))),
    ];
    known.set(key, words);
    return words;
  };

  const wordingOf = (key: string, language: Language, variant?: Variant): string | undefined => {
    for (const each of [language, ...(fallbacks.get(language) ?? [])]) {
      const found = (variant && inLanguage(`${key}_${variant}`, each)) ?? inLanguage(key, each);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const sentencesOf: SentencesOf = (said, language, variant) => {
    if ('lines' in said) return said.lines.flatMap((each) => sentencesOf(each, language, variant));
    const text = say(said, language, variant);
    if (text.trim() === '') return [];
    if ('text' in said) return [{ wording: '{{text}}', values: { text } }];
    const wording = wordingOf(said.key, language, variant) ?? wordingOf(UNSAYABLE, language) ?? '';
    const given = said.values ?? {};
    const values = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, valueText(value, language, variant)]),
    );
    const inner = hasOwnWords(wording) ? undefined : innerOf(given);
    if (inner === undefined || !wording.endsWith(`{{${inner.name}}}`)) return [{ key: said.key, wording, values }];
    const [first, ...more] = sentencesOf(inner.phrase, language, variant);
    const before = text.slice(0, text.length - say(inner.phrase, language, variant).length);
    return first && more.length === 0 ? [preceded(first, before)] : [{ key: said.key, wording, values }];
  };

  return {
    say,
    sentencesOf,
    sayValue: (value, language) => valueText(value, language),
    has: (key, language) => inLanguage(key, language) !== undefined,
    of: (key, values) => {
      if (!values) return around(key);
      const whole = languages.flatMap((each) => (inLanguage(key, each) === undefined ? [] : sayKey(key, values, each)));
      return [...new Set([...whole, ...around(key)])];
    },
  };
}

/** The only sentence in the gaps of another. */
function innerOf(values: PhraseValues): { readonly name: string; readonly phrase: Phrase } | undefined {
  const inner = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'object' && 'phrase' in value ? [{ name, phrase: value.phrase }] : [],
  );
  return inner.length === 1 ? inner[0] : undefined;
}

/** "(2/5) " before a question is one more of its gaps. */
const preceded = ({ wording, values, ...rest }: Sentence, before: string): Sentence => ({
  ...rest,
  wording: `{{before_}}${wording}`,
  values: { ...values, before_: before },
});

/** Nobody types a gap: "Pay {{total}}" is known by "Pay". */
const withoutGaps = (sentence: string | undefined): string[] => {
  const words = sentence?.replace(/\{\{[^}]*\}\}/g, ' ').trim();
  return words ? [words] : [];
};
