/** Words that may stand around a number and say nothing else. */
export const wordsAroundNumbers: ReadonlySet<string> = new Set(
  (
    'hai h he hain hoon hu tha thi is are was am the a an my meri mera mere unki unka uski uska inki inka iski iska hamari hamara ki ka ke ko mein me main ' +
    'umar umr age aayu ayu saal sal varsh baras year years yrs yr old kul total number no sankhya ginti bas sirf only just lagbhag karib about around ' +
    'log vyakti sadasya members member bachche bache bachcha child children copy copies prati pratiyan pratiyaan percent pratishat fisadi ji jee ward ' +
    'wala wali aur and it its i we have nos pcs pieces per haan han yes janm janam time ' +
    'है हैं हूं था थी मेरी मेरा मेरे उनकी उनका उसकी उसका इनकी इसकी हमारी हमारा की का के को में मैं उम्र आयु साल वर्ष बरस कुल संख्या नंबर बस सिर्फ लगभग करीब ' +
    'लोग व्यक्ति सदस्य बच्चे बच्चा प्रति प्रतियां कॉपी प्रतिशत फीसदी जी वार्ड वाला वाली और हां'
  ).split(' '),
);

export const rupeeWords: ReadonlySet<string> = new Set(
  '₹ rs inr rupee rupees rupaye rupay rupya rupiya rupye rupaya rupaiya rupai rupey रुपए रुपये रुपया रुपयों रु रूपये रूपए'.split(
    ' ',
  ),
);
export const paisaWords: ReadonlySet<string> = new Set('paise paisa pese paisay पैसे पैसा'.split(' '));

/** May stand around an amount, besides the words around any number. */
export const wordsAroundMoney: ReadonlySet<string> = new Set(
  (
    'salana salaana saalana varshik yearly annual annually income aamdani amdani aay kamai kamata kamate kamati hota hoti parivar family poore pure sab milakar milake raqam rakam ' +
    'amount per mahina mahine mahina maheene month monthly mein hazari only matra bill fees fee paid diya diye कमाई आय आमदनी सालाना वार्षिक परिवार पूरे मिलाकर रकम राशि मात्र होती होता महीना महीने प्रति हर har'
  ).split(' '),
);

/** An amount said for a month, where a year was asked for. */
export const monthlyWords: ReadonlySet<string> = new Set(
  'month monthly mahina mahine maheene mahene mahwar masik महीना महीने मासिक माहवार'.split(' '),
);

/** Whole messages that mean no money at all. */
export const noMoneyPhrases: ReadonlySet<string> = new Set([
  'kuch nahi',
  'kuchh nahi',
  'kuch bhi nahi',
  'koi nahi',
  'koi aay nahi',
  'koi aamdani nahi',
  'kuch nahi hai',
  'nil',
  'zero',
  'none',
  'nothing',
  'no income',
  'koi income nahi',
  'कुछ नहीं',
  'कुछ भी नहीं',
  'कोई नहीं',
  'कोई आय नहीं',
  'कोई आमदनी नहीं',
]);

/** "About", "less than": what was said is not the amount itself. */
export const roughWords: ReadonlySet<string> = new Set(
  'lagbhag karib kareeb around about approx approximately almost kam zyada jyada adhik less more under over above below upar neeche andar लगभग करीब कम ज्यादा अधिक ऊपर नीचे'.split(
    ' ',
  ),
);

/** Square metres in one of the unit, as the land offices count. */
export const areaUnits: ReadonlyMap<string, number> = new Map([
  ...'gaj guj gaz yard yards yd yds गज'.split(' ').map((word): [string, number] => [word, 0.83612736]),
  ...'ft feet foot fit phit sqft sft फुट फीट'.split(' ').map((word): [string, number] => [word, 0.09290304]),
  ...'meter metre meters metres mtr sqm m मीटर'.split(' ').map((word): [string, number] => [word, 1]),
]);

/** Words that say that an area's unit is meant as a square. */
export const squareWords: ReadonlySet<string> = new Set('sq square varg वर्ग'.split(' '));
