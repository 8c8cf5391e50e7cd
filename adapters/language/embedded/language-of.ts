import type { InstalledLanguage, Language } from '#domain/shared/language.ts';
import { normalise, wordsOf } from './normalise.ts';
import { isDevanagari } from './romanise.ts';
import { spellOut } from './shorthand.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that only Hindi in Latin letters has. Words that English has too (`to`, `is`, `par`, `main`, `the`) are left out. */
const HINDI = list(
  'hai hun ho hain mera meri mere mujhe hame hamara hamari hamare aap aapka aapki aapke ka ki ke ko se kya kyu kyun kaise kab kahan kaun kaunsa kaunsi kitna kitni kitne nahi nahin karna karni kare karo kardo karwana karwani karwao banwana banwani banwao banana banega bana bani bharna bharni bharo chahiye chahie chahta chahti gaya gayi gaye hua hui hue raha rahi rahe tha thi wala wali wale liye liya abhi aur bhi kuch sab batao bataiye bataye bata namaste namaskar ji haan han mat jao kripya shukriya dhanyavad dhanyawad kaam ghar paisa paise pani paani bijli naam pata beti beta bacha bachha pita mata ma papa mummy pati patni shaadi shadi kagaz kagaj dukan makan zameen jameen shikayat jankari jaankari madad mujhko apna apni apne kisi koi ye yeh wo woh iska uska usme isme karke lena dena milega milegi milna aaya aayi aata aati jata jati hota hoti bhejo roko suno dekho sakta sakti sakte karta karti log din saal mahina band chalu wapas naya nayi naye purana purani kitab dafa abhitak tak tarah baat bolo bol batado dedo kar diya diye dijiye dijie kijiye kijie kiya karein maine tumne bhar jama rakho hamari naali nali kooda kachra gali makaan chalo theek thik sahi galat kho gum bhai sahab yaar didi',
);
const ENGLISH = list(
  'the is are was were am i my me we our you your he she it its they this that these those a an and or not of for from with without in on at by be been do does did done how what when where who why which can could will would shall should want need apply get give please help have has had pay paid new old change make made tell know check register registration complaint application status certificate licence bill payment water electricity birth death marriage property tax card name address form online fee fees documents required hello hi hey thanks thank yes no stop start back cancel language english talk speak agent human officer lost wrong there any some if about after before but also all more much many now still yet than then too very just dont cant im ive to',
);

/** Scripts other than Devanagari and Latin that are written in India, by ISO 15924. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['Guru', /\p{Script=Gurmukhi}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Gujr', /\p{Script=Gujarati}/u],
  ['Orya', /\p{Script=Oriya}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Telu', /\p{Script=Telugu}/u],
  ['Knda', /\p{Script=Kannada}/u],
  ['Mlym', /\p{Script=Malayalam}/u],
];

/** The language that a text is written in, as far as it shows: numbers and names show none. */
export function languageOf(text: string, languages: readonly InstalledLanguage[] = []): Language | undefined {
  if (isDevanagari(text)) return 'hi';
  const script = scripts.find(([, letters]) => letters.test(text))?.[0];
  if (script) return languages.find((each) => each.script === script)?.code;
  const words = wordsOf(normalise(text));
  const hindi = words.filter((word) => HINDI.has(word) || HINDI.has(spellOut(word))).length;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  // Hinglish borrows English nouns freely; English borrows no Hindi function words.
  if (hindi > 0 && hindi * 3 >= english) return 'hi-Latn';
  // One English word in many is a name, as in "Karol Bagh, New Delhi".
  return english > 0 && english * 4 >= words.length ? 'en' : undefined;
}
