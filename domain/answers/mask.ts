/** The last four characters, as in "…4417"; of a shorter number fewer, so that at least half stays hidden. */
export function maskNumber(number: string): string {
  const letters = [...number.replace(/\s/g, '')];
  return `…${letters.slice(letters.length - Math.min(4, Math.floor(letters.length / 2))).join('')}`;
}

/** First letters only, as in "R… S…". Marks stay with their letter. */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${/^\P{M}\p{M}*/u.exec(word)?.[0] ?? ''}…`)
    .join(' ');
