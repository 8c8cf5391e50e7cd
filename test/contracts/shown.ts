/** What a citizen sees of one payload. */
export interface Shown {
  /** The text, with whatever lines the channel adds to it. */
  readonly text?: string;
  /** What can be tapped, in order. */
  readonly buttons?: readonly Tappable[];
  readonly rows?: readonly Tappable[];
  /** Where a tap leads. */
  readonly link?: string;
  /** Is there a file? */
  readonly hasDocument?: boolean;
}

export interface Tappable {
  /** What a tap sends back. */
  readonly id: string;
  /** The words on it. */
  readonly title: string;
}

/** One thing to choose, as a person sees it: under his finger, or behind a number. */
export type ShownOption = Tappable | { readonly number: string; readonly title: string } | { readonly title: string };

/**
 * What can be chosen, in the order in which it is read: what can be tapped; else numbered lines, the last that begin with 1;
 * else what stands behind one of the words that ask for it to be written.
 */
export function optionsIn(all: readonly Shown[], orWrite: readonly string[] = []): readonly ShownOption[] {
  const tappable = all.flatMap(({ buttons = [], rows = [] }) => [...buttons, ...rows]);
  if (tappable.length > 0) return tappable;
  const text = all.map((each) => each.text ?? '').join('\n');
  const written = text.split('\n').flatMap((line) => {
    const before = orWrite.find((words) => line.trim().startsWith(words));
    return before === undefined ? [] : [{ title: line.trim().slice(before.length).trim() }];
  });
  return written.length > 0 ? written : numberedIn(text);
}

function numberedIn(text: string): readonly ShownOption[] {
  const lines = text.split('\n').flatMap((line) => {
    const [, number, title] = /^\s*(\d{1,3})[.)]? +(\S.*)$/.exec(line) ?? [];
    return number === undefined || title === undefined ? [] : [{ number, title: title.trim() }];
  });
  return lines.slice(lines.findLastIndex(({ number }) => number === '1')).filter((_, at, all) => isInTurn(all, at));
}

const isInTurn = (lines: readonly { readonly number: string }[], at: number): boolean =>
  lines.slice(0, at + 1).every(({ number }, nth) => number === String(nth + 1));

const zeros: Readonly<Record<string, number>> = { pa: 0xa66, ur: 0x6f0, en: 0x30 };

/** Digits as people of a language may type them. */
export const digitsOf = (number: string, language: string): string =>
  number.replaceAll(/\d/g, (digit) => String.fromCodePoint((zeros[language] ?? 0x966) + Number(digit)));
