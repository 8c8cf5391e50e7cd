/** Whole messages that mean yes, without signs and politeness; matched, never shown. */
// biome-ignore format: a table reads best in rows
export const yesPhrases: readonly string[] = [
  'haan', 'han', 'ha', 'haa', 'hn', 'hnji', 'hanji', 'haanji', 'haan ji', 'han ji', 'ha ji', 'ji', 'ji haan', 'ji han', 'ji ha', 'jee',
  'ok', 'okay', 'okey', 'okk', 'k', 'kk', 'yes', 'yess', 'ya', 'yaa', 'yeah', 'yep', 'yup', 'y', 'sure', 'correct', 'right', 'true', 'agree',
  'i agree', 'agreed', 'accept', 'i accept', 'confirm', 'confirmed', 'done', 'fine', 'alright', 'all right', 'all correct', 'yes please',
  'it is correct', 'thats right', 'that is right', 'that is correct', 'yes it is', 'yes correct', 'go ahead', 'proceed', 'continue',
  'thik', 'theek', 'thik hai', 'theek hai', 'thik h', 'tik hai', 'thek hai', 'haan thik hai', 'sahi', 'sahi hai', 'sahi h', 'sab sahi',
  'sab sahi hai', 'sab theek hai', 'sab thik hai', 'haan sahi hai', 'bilkul', 'bilkul sahi', 'haan bilkul', 'ji bilkul', 'zaroor', 'jarur',
  'zarur', 'manzoor', 'manzoor hai', 'manjur hai', 'sahmat', 'sahmat hoon', 'sahmat hu', 'main sahmat hoon', 'kar do', 'kar dijiye',
  'kardo', 'haan kar do', 'chalo', 'chalega', 'achha', 'acha', 'accha', 'hai', 'haan hai', 'ji hai', 'shuru karein', 'haan shuru karein',
  'shuru karo', 'hmm', 'hm', 'hu', 'hun', 'jaroor', 'pakka', 'yahi hai', 'yehi hai', 'aage badho', 'aage badhein', 'baaki sahi hai', 'baki sahi hai',
  'हां', 'हा', 'हां जी', 'हांजी', 'जी', 'जी हां', 'जी हा', 'ठीक', 'ठीक है', 'सही', 'सही है', 'सब सही', 'सब सही है', 'सब ठीक है', 'बिल्कुल', 'बिलकुल',
  'जी बिल्कुल', 'बिल्कुल सही', 'हां बिल्कुल', 'हां ठीक है', 'हां सही है', 'जरूर', 'मंजूर', 'मंजूर है', 'मंज़ूर है', 'सहमत', 'सहमत हूं', 'मैं सहमत हूं', 'कर दो', 'कर दीजिए',
  'अच्छा', 'ओके', 'यस', 'है', 'हां है', 'शुरू करें', 'हां शुरू करें', 'शुरू करो', 'चलो', 'चलेगा', 'पक्का', 'आगे बढ़ें', 'आगे बढें', 'बाकी सही है', 'हूं', 'हम्म',
];

/** Whole messages that mean no. */
// biome-ignore format: a table reads best in rows
export const noPhrases: readonly string[] = [
  'nahi', 'nahin', 'nai', 'nhi', 'nahee', 'na', 'naa', 'nah', 'no', 'nope', 'n', 'not', 'never', 'mat', 'mat karo', 'nahi ji', 'ji nahi', 'ji nahin',
  'nahi hai', 'nahin hai', 'nhi hai', 'nahi h', 'nahi chahiye', 'nahi karna', 'nahi nahi', 'bilkul nahi', 'galat', 'galat hai', 'galat h', 'sahi nahi',
  'sahi nahi hai', 'theek nahi', 'theek nahi hai', 'thik nahi hai', 'wrong', 'incorrect', 'false', 'not correct', 'no thanks', 'not now', 'dont', 'do not',
  'i do not agree', 'disagree', 'decline', 'koi nahi', 'abhi nahi', 'mana hai', 'asahmat', 'rehne do', 'rahne do', 'no it is not', 'not right', 'it is wrong',
  'नहीं', 'नही', 'नहि', 'ना', 'न', 'मत', 'मत करो', 'जी नहीं', 'नहीं जी', 'नहीं है', 'नही है', 'नहीं चाहिए', 'नहीं करना', 'बिल्कुल नहीं', 'गलत', 'गलत है', 'सही नहीं',
  'सही नहीं है', 'ठीक नहीं', 'ठीक नहीं है', 'नो', 'अभी नहीं', 'कोई नहीं', 'असहमत', 'रहने दो', 'मना है',
];

/** "I do not know", "leave it out". For an optional question these pass it over. */
// biome-ignore format: a table reads best in rows
export const skipPhrases: readonly string[] = [
  'skip', 'skip it', 'skip this', 'pass', 'chhodo', 'chodo', 'chhod do', 'chod do', 'ise chhod do', 'isko chhod do', 'chhoden', 'chhodein', 'chhodiye', 'aage', 'aage chalo',
  'next', 'pata nahi', 'pata nahin', 'nahi pata', 'nhi pata', 'pta nhi', 'pata nhi', 'mujhe nahi pata', 'mujhe pata nahi', 'malum nahi', 'maloom nahi', 'nahi malum',
  'nahi maloom', 'yaad nahi', 'yaad nahi hai', 'yad nahi', 'dont know', 'do not know', 'i dont know', 'i do not know', 'not known', 'idk', 'later', 'baad mein', 'baad me', 'bad me',
  'not applicable', 'n a', 'none', 'nothing', 'kuch nahi', 'kuchh nahi', 'koi nahi', 'leave it', 'leave blank', 'khali', 'not available', 'abhi nahi',
  'छोड़ो', 'छोडो', 'छोड़ दो', 'छोड दो', 'छोड़ें', 'छोडें', 'छोड़िए', 'आगे', 'आगे चलो', 'आगे बढ़ो', 'पता नहीं', 'नहीं पता', 'मुझे नहीं पता', 'मुझे पता नहीं', 'पता नही', 'मालूम नहीं',
  'नहीं मालूम', 'याद नहीं', 'याद नहीं है', 'बाद में', 'कुछ नहीं', 'कोई नहीं', 'खाली', 'स्किप', 'अभी नहीं', 'पास', 'पता नहीं है', 'पता नहीं हैं',
];
