/** Devanagari as people type it in Latin letters: long vowels short, no diacritics. */
const VOWELS: Readonly<Record<string, string>> = {
  अ: 'a',
  आ: 'a',
  इ: 'i',
  ई: 'i',
  उ: 'u',
  ऊ: 'u',
  ऋ: 'ri',
  ए: 'e',
  ऐ: 'ai',
  ओ: 'o',
  औ: 'au',
  ऑ: 'o',
  ऍ: 'e',
};
const SIGNS: Readonly<Record<string, string>> = {
  'ा': 'a',
  'ि': 'i',
  'ी': 'i',
  'ु': 'u',
  'ू': 'u',
  'ृ': 'ri',
  'े': 'e',
  'ै': 'ai',
  'ो': 'o',
  'ौ': 'au',
  'ॉ': 'o',
  'ॅ': 'e',
};
const CONSONANTS: Readonly<Record<string, string>> = {
  क: 'k',
  ख: 'kh',
  ग: 'g',
  घ: 'gh',
  ङ: 'n',
  च: 'ch',
  छ: 'chh',
  ज: 'j',
  झ: 'jh',
  ञ: 'n',
  ट: 't',
  ठ: 'th',
  ड: 'd',
  ढ: 'dh',
  ण: 'n',
  त: 't',
  थ: 'th',
  द: 'd',
  ध: 'dh',
  न: 'n',
  प: 'p',
  फ: 'ph',
  ब: 'b',
  भ: 'bh',
  म: 'm',
  य: 'y',
  र: 'r',
  ल: 'l',
  ळ: 'l',
  व: 'v',
  श: 'sh',
  ष: 'sh',
  स: 's',
  ह: 'h',
};
const VIRAMA = '्';
const DEVANAGARI = /[\u0900-\u097f]/u;
/** The scripts of northern India stand in Unicode letter by letter as Devanagari does, each in a block of its own. */
const SISTER = /[\u0980-\u0a7f\u0a80-\u0b7f]/gu;

export const isDevanagari = (text: string): boolean => DEVANAGARI.test(text);

interface Syllable {
  consonant: string;
  vowel: string;
  /** The vowel is the unwritten `a`, which speech drops in many places. */
  inherent: boolean;
  nasal: boolean;
}

/** One word; what is neither Devanagari nor a sister of it stays as it is. */
export function romanise(word: string): string {
  const inDevanagari = word
    .replaceAll('\u0a71', '')
    .replaceAll('\u0a70', '\u0902')
    .replace(SISTER, (letter) => String.fromCodePoint(0x900 + ((letter.codePointAt(0) ?? 0) % 0x80)));
  if (!isDevanagari(inDevanagari)) return word;
  const syllables = read(inDevanagari);
  dropUnspoken(syllables);
  return syllables.map(({ consonant, vowel, nasal }) => consonant + vowel + (nasal ? 'n' : '')).join('');
}

function read(word: string): Syllable[] {
  const syllables: Syllable[] = [];
  for (const letter of word.replaceAll('ज्ञ', 'ग्य')) {
    const last = syllables.at(-1);
    const consonant = CONSONANTS[letter];
    if (consonant !== undefined) syllables.push({ consonant, vowel: 'a', inherent: true, nasal: false });
    else if (SIGNS[letter] !== undefined && last) Object.assign(last, { vowel: SIGNS[letter], inherent: false });
    else if (letter === VIRAMA && last) Object.assign(last, { vowel: '', inherent: false });
    else if ((letter === 'ं' || letter === 'ँ') && last) last.nasal = true;
    else if (letter !== 'ः')
      syllables.push({
        consonant: '',
        vowel: VOWELS[letter] ?? (isDevanagari(letter) ? '' : letter),
        inherent: false,
        nasal: false,
      });
  }
  return syllables;
}

/** The unwritten `a` falls at the end of a word, and between two spoken syllables: करना is karna, समझना samajhna. */
function dropUnspoken(syllables: Syllable[]): void {
  const end = syllables.at(-1);
  if (end?.inherent && !end.nasal && syllables.length > 1) end.vowel = '';
  for (let i = syllables.length - 2; i > 0; i -= 1) {
    const [before, here, after] = [syllables[i - 1], syllables[i], syllables[i + 1]];
    if (here?.inherent && !here.nasal && before?.vowel && !before.nasal && after?.vowel && after.consonant)
      here.vowel = '';
  }
}
