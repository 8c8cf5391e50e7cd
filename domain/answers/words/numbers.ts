/** Spellings of 0 to 99, the place being the number. Devanagari first, then Latin as people type it. */
// biome-ignore format: one number a line
const hindi: readonly string[] = [
  'शून्य shunya shoonya sifar',
  'एक ek', 'दो do', 'तीन teen tin', 'चार char chaar', 'पांच पाँच paanch panch pach paach', 'छह छः छ chhah chhe che chah cheh chhai',
  'सात saat sat', 'आठ aath ath', 'नौ nau no nou', 'दस das dus',
  'ग्यारह gyarah gyara giyarah', 'बारह barah bara baarah', 'तेरह terah tera', 'चौदह chaudah chauda', 'पंद्रह पन्द्रह pandrah pandra pandhra',
  'सोलह solah sola', 'सत्रह satrah satra sattrah', 'अठारह अट्ठारह atharah athara attharah', 'उन्नीस unnis unnees', 'बीस bees bis',
  'इक्कीस ikkis ikkees', 'बाईस बाइस bais baees bayis', 'तेईस तेइस teis teees tayis', 'चौबीस chaubis chaubees', 'पच्चीस pachchis pachis pachees pacchis',
  'छब्बीस chhabbis chabbis chabees', 'सत्ताईस सत्ताइस sattais satais sattaees', 'अट्ठाईस अठ्ठाईस अठाईस atthais athais athaees', 'उनतीस untis unatis untees', 'तीस tees tis',
  'इकतीस iktis ikattis ikatees', 'बत्तीस battis batis battees', 'तैंतीस taintis tentis taitis', 'चौंतीस chauntis chautis', 'पैंतीस paintis pentis paitis',
  'छत्तीस chhattis chattis chatis', 'सैंतीस saintis sentis saitis', 'अड़तीस adtis artis adatis', 'उनतालीस untalis unchalis', 'चालीस chalis chalees',
  'इकतालीस iktalis ektalis', 'बयालीस bayalis byalis', 'तैंतालीस taintalis tetalis', 'चौवालीस चवालीस chauvalis chavalis', 'पैंतालीस paintalis petalis paitalis',
  'छियालीस chhiyalis chiyalis', 'सैंतालीस saintalis setalis', 'अड़तालीस adtalis artalis', 'उनचास unchas unanchas', 'पचास pachas pachaas',
  'इक्यावन ikyavan ikyawan', 'बावन bavan bawan', 'तिरपन tirpan tirepan', 'चौवन chauvan chauwan', 'पचपन pachpan',
  'छप्पन chhappan chappan', 'सत्तावन sattavan sattawan', 'अट्ठावन अठावन atthavan athavan athawan', 'उनसठ unsath', 'साठ saath sath',
  'इकसठ iksath', 'बासठ basath', 'तिरसठ tirsath', 'चौंसठ chaunsath chausath', 'पैंसठ painsath pensath paisath',
  'छियासठ chhiyasath chiyasath', 'सड़सठ sadsath sarsath', 'अड़सठ adsath arsath', 'उनहत्तर unhattar', 'सत्तर sattar',
  'इकहत्तर ikhattar', 'बहत्तर bahattar', 'तिहत्तर tihattar', 'चौहत्तर chauhattar', 'पचहत्तर pachhattar pichhattar',
  'छिहत्तर chhihattar chihattar', 'सतहत्तर sathattar', 'अठहत्तर athhattar', 'उन्यासी unyasi unasi', 'अस्सी assi asi',
  'इक्यासी ikyasi', 'बयासी bayasi', 'तिरासी tirasi', 'चौरासी chaurasi', 'पचासी pachasi',
  'छियासी chhiyasi chiyasi', 'सत्तासी sattasi', 'अट्ठासी अठासी atthasi athasi', 'नवासी navasi nawasi', 'नब्बे nabbe nabe',
  'इक्यानवे ikyanve ikyanbe', 'बानवे banve banbe', 'तिरानवे tiranve', 'चौरानवे chauranve', 'पचानवे pachanve pachanbe',
  'छियानवे chhiyanve chiyanve', 'सत्तानवे sattanve', 'अट्ठानवे अठानवे atthanve athanve', 'निन्यानवे ninyanve ninyanbe',
];

/** English numbers; tens join with the ones after them. */
// biome-ignore format: a table reads best in rows
const english: Readonly<Record<string, number>> = {
  zero: 0, nil: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
  twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};

/** "no" is English for no far more often than nine, "do" is kept: it is two wherever numbers are asked for. */
const notNumbers = new Set(['no']);

export const numberWords: ReadonlyMap<string, number> = new Map([
  ...hindi.flatMap((line, value) =>
    line
      .split(' ')
      .filter((word) => !notNumbers.has(word))
      .map((word): [string, number] => [
        word
          .normalize('NFD')
          .replace(/\u093c/g, '')
          .replace(/\u0901/g, '\u0902')
          .normalize('NFC'),
        value,
      ]),
  ),
  ...Object.entries(english),
]);

export const englishTens: ReadonlySet<string> = new Set([
  'twenty',
  'thirty',
  'forty',
  'fourty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
]);

const scale = (value: number, words: string): [string, number][] => words.split(' ').map((word) => [word, value]);

/** Words that multiply what stands before them. */
export const scaleWords: ReadonlyMap<string, number> = new Map([
  ...scale(100, 'सौ sau so hundred hundreds sou'),
  ...scale(1000, 'हजार hazaar hazar hajar hajaar thousand thousands k'),
  ...scale(100_000, 'लाख lakh laakh lac lacs lakhs lak'),
  ...scale(10_000_000, 'करोड crore crores karod caror cr'),
]);

/** Whole numbers by themselves. */
export const fractionWords: ReadonlyMap<string, number> = new Map([
  ...scale(2.5, 'ढाई dhai dhaai adhai'),
  ...scale(1.5, 'डेढ dedh ded derh'),
  ...scale(0.5, 'आधा aadha adha half'),
]);

/** Added to the number after them; before a bare "hundred" they count from one: sava sau is 125. */
export const addedFractions: ReadonlyMap<string, number> = new Map([
  ...scale(0.5, 'साढे sadhe saadhe sade sadhey'),
  ...scale(0.25, 'सवा sava sawa savaa'),
  ...scale(-0.25, 'पौने पौन paune pone paun'),
]);

const ordinal = (value: number, words: string): [string, number][] => words.split(' ').map((word) => [word, value]);

/** "The first one", as people choose from a list. */
export const ordinalWords: ReadonlyMap<string, number> = new Map([
  ...ordinal(1, 'पहला पहली पहले pehla pahla pehli pahli pehle pahle first 1st'),
  ...ordinal(2, 'दूसरा दूसरी दूसरे doosra dusra doosri dusri doosre dusre second 2nd'),
  ...ordinal(3, 'तीसरा तीसरी तीसरे teesra tisra teesri tisri teesre tisre third 3rd'),
  ...ordinal(4, 'चौथा चौथी चौथे chautha chauthi chauthe chotha fourth 4th'),
  ...ordinal(5, 'पांचवा पांचवां पांचवी paanchva paanchvi panchwa panchwan fifth 5th'),
  ...ordinal(6, 'छठा छठी छठवां chhatha chhathi chatha sixth 6th'),
  ...ordinal(7, 'सातवां सातवा सातवीं saatva satva saatvan satwan seventh 7th'),
  ...ordinal(8, 'आठवां आठवा आठवीं aathva athva aathvan athwan eighth 8th'),
  ...ordinal(9, 'नौवां नौवा नौवीं nauva nauvan nauwan ninth 9th'),
  ...ordinal(10, 'दसवां दसवा दसवीं dasva dasvan daswan tenth 10th'),
]);
