/** Characters to make room for, by the name of a gap; `usual` where it has none of its own. */
export interface Rooms {
  readonly usual: number;
  readonly byName: Readonly<Record<string, number>>;
}

const GAP = '{#var#}';

/** Gaps as an operator writes them, as many in a row as it takes to hold so many characters. */
export const gapsFor = (characters: number, longestGap: number): string =>
  GAP.repeat(Math.max(1, Math.ceil(characters / longestGap)));

/** The sentence as it would be handed in. */
export const draftText = (wording: string, { usual, byName }: Rooms, longestGap: number): string =>
  wording.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    gapsFor((Object.hasOwn(byName, name) ? byName[name] : undefined) ?? usual, longestGap),
  );
