/** A key writes itself, unless it is one of these. */
export const BACKSPACE = '⌫';
export const SPACE = '␣';

export type LayoutName = 'devanagari' | 'more' | 'latin' | 'digits';

const rows = (...all: readonly string[]): readonly (readonly string[])[] => all.map((row) => row.split(' '));

/** In the order of the alphabet, which everybody learns at school, as few know the order of a typewriter. */
export const layouts: Readonly<Record<LayoutName, readonly (readonly string[])[]>> = {
  devanagari: rows(
    'ा ि ी ु ू े ै ो ौ ं ् ्र',
    'अ आ इ ई उ ऊ ए ऐ ओ औ ड़ ढ़',
    'क ख ग घ च छ ज झ ट ठ ड ढ',
    'ण त थ द ध न प फ ब भ म ज़',
    'य र ल व श ष स ह क्ष त्र ज्ञ फ़',
  ),
  more: rows('ँ ः ृ ॉ ॅ ़ ऋ ऑ ऍ', '१ २ ३ ४ ५ ६ ७ ८ ९ ०', 'ङ ञ ळ श्र ख़ ग़ क़ य़', '। , . - / ( ) : ? @'),
  latin: rows('q w e r t y u i o p', 'a s d f g h j k l', 'z x c v b n m', '. , - / @ _'),
  digits: rows('1 2 3', '4 5 6', '7 8 9', '- 0 /'),
};

/** A vowel sign alone is shown on the circle that it would stand on. */
export const faceOf = (key: string): string => (/^\p{M}/u.test(key) ? `◌${key}` : key);

/** What becomes of a text when a key is pressed. */
export function pressed(text: string, key: string): string {
  if (key === SPACE) return `${text} `;
  if (key !== BACKSPACE) return text + key;
  // The last sign of a letter goes by itself: who typed a wrong vowel keeps the consonant.
  return [...text].slice(0, -1).join('');
}
