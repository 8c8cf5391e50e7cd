const entries = (words: string, value: number): [string, number][] => words.split(' ').map((word) => [word, value]);

/** 1 to 12. Matched only beside a day's number, so "mai" (I) and "mar" (die) do no harm. */
export const monthWords: ReadonlyMap<string, number> = new Map([
  ...entries('जनवरी जन january jan janvari janwari januari', 1),
  ...entries('फरवरी फर february feb farvari farwari febuary feburary februari pharvari', 2),
  ...entries('मार्च march mar maarch', 3),
  ...entries('अप्रैल अप्रेल april apr aprail aprel', 4),
  ...entries('मई may mai', 5),
  ...entries('जून june jun joon', 6),
  ...entries('जुलाई जुलाइ july jul julai julaai', 7),
  ...entries('अगस्त august aug agast agust augast', 8),
  ...entries('सितंबर सितम्बर september sep sept sitambar sitamber sitmbar septembar', 9),
  ...entries('अक्टूबर अक्तूबर october oct aktubar aktoobar octuber october octobar', 10),
  ...entries('नवंबर नवम्बर november nov navambar navamber novembar', 11),
  ...entries('दिसंबर दिसम्बर december dec disambar disamber decembar', 12),
]);

/** 0 is Sunday. */
export const weekdayWords: ReadonlyMap<string, number> = new Map([
  ...entries('रविवार इतवार sunday sun ravivar raviwar itvar itwar', 0),
  ...entries('सोमवार monday mon somvar somwar somvaar', 1),
  ...entries('मंगलवार मंगल tuesday tue mangalvar mangalwar mangal', 2),
  ...entries('बुधवार बुध wednesday wed budhvar budhwar budh', 3),
  ...entries('गुरुवार बृहस्पतिवार वीरवार गुरूवार thursday thu thurs guruvar guruwar brihaspativar veervar virvar', 4),
  ...entries('शुक्रवार friday fri shukravar shukrawar shukrvar jumma', 5),
  ...entries('शनिवार saturday sat shanivar shaniwar shanichar', 6),
]);

/** Days away from today, on the side that the question looks to. */
export const nearbyDays: ReadonlyMap<string, number> = new Map([
  ...entries('कल kal', 1),
  ...entries('परसों परसो parso parson parsoo', 2),
  ...entries('नरसों नरसो तरसों narso narson tarso tarson', 3),
]);

/** Days from today, whatever the question; longer phrases first. */
export const fixedDays: readonly (readonly [string, number])[] = [
  ['day before yesterday', -2],
  ['day after tomorrow', 2],
  ['aane wala kal', 1],
  ['aane wale kal', 1],
  ['आने वाले कल', 1],
  ['beete kal', -1],
  ['bita kal', -1],
  ['बीते कल', -1],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['today', 0],
  ['aaj', 0],
  ['aj', 0],
  ['आज', 0],
];

export const lastWords: ReadonlySet<string> = new Set(
  'पिछले पिछली बीते गत pichle pichhle pichli pichhli last previous beete gat past'.split(' '),
);
export const nextWords: ReadonlySet<string> = new Set('अगले अगली आने agle agli next aane coming'.split(' '));
export const thisWords: ReadonlySet<string> = new Set('इस इसी is isi this'.split(' '));
export const agoWords: ReadonlySet<string> = new Set('पहले पूर्व pehle pahle phle ago before pehley'.split(' '));
export const afterWords: ReadonlySet<string> = new Set('बाद baad bad after later'.split(' '));
export const dayWords: ReadonlySet<string> = new Set('दिन दिनों din dino days day'.split(' '));
export const weekWords: ReadonlySet<string> = new Set('हफ्ते हफ्ता सप्ताह hafte hafta hafton saptah week weeks'.split(' '));
export const monthUnitWords: ReadonlySet<string> = new Set(
  'महीने महीना माह mahine mahina maheene month months mah'.split(' '),
);
/** After a number they make it a day of a month. */
export const dateWords: ReadonlySet<string> = new Set('तारीख तारीक तिथि tarikh tareekh tarik taarikh date'.split(' '));
/** May stand between a day and its month, or a month and its year. */
export const joiningWords: ReadonlySet<string> = new Set(
  'st nd rd th of ka ki ke ko the san sal saal year का की के को सन साल वीं vi ve tarikh tareekh तारीख'.split(' '),
);
