/** What a citizen may say in the middle of a form instead of answering. Whole messages only. */
// biome-ignore format: a table reads best in rows
export const commandPhrases = {
  cancel: [
    'cancel', 'cancel it', 'cancel this', 'cancel karo', 'cancel kar do', 'radd karo', 'radd karein', 'rad karo', 'radd', 'band karo ye', 'ye band karo', 'isko band karo', 'form band karo',
    'rehne do ye', 'rehne do', 'rahne do', 'nahi bharna', 'form nahi bharna', 'nahi karna hai', 'mujhe nahi karna', 'mujhe nahi chahiye ab', 'chhod do sab', 'quit', 'exit', 'abort',
    'रद्द', 'रद्द करो', 'रद्द करें', 'रद्द कर दो', 'कैंसल', 'कैंसिल', 'कैंसिल करो', 'फॉर्म बंद करो', 'इसे बंद करो', 'रहने दो', 'नहीं भरना', 'मुझे नहीं करना',
  ],
  moveBooking: [
    'reschedule', 'change time', 'change the time', 'change my appointment', 'change appointment', 'change the appointment', 'change my booking', 'time change', 'time change karo', 'time change karna hai', 'time badlo', 'time badalna hai', 'samay badlo', 'samay badal do', 'samay badlein', 'samay badalna hai', 'slot badalna hai',
    'appointment badlo', 'appointment badalna hai', 'appointment change karna hai', 'appointment ka time badalna hai', 'appointment ka samay badalna hai', 'booking badalni hai', 'booking ka time badalna hai', 'booking ka samay badalna hai',
    'समय बदलो', 'समय बदल दो', 'समय बदलें', 'समय बदलना है', 'टाइम बदलना है', 'अपॉइंटमेंट बदलना है', 'अपॉइंटमेंट का समय बदलना है', 'बुकिंग बदलनी है', 'बुकिंग का समय बदलना है',
  ],
  cancelBooking: [
    'cancel booking', 'cancel my booking', 'cancel the booking', 'cancel appointment', 'cancel my appointment', 'cancel the appointment', 'booking cancel', 'booking cancel karo', 'booking cancel karni hai', 'booking radd karo', 'booking radd karein', 'booking radd karni hai',
    'appointment cancel', 'appointment cancel karo', 'appointment cancel karna hai', 'appointment radd karo', 'appointment radd karna hai',
    'बुकिंग रद्द करो', 'बुकिंग रद्द करें', 'बुकिंग रद्द करनी है', 'बुकिंग कैंसल करनी है', 'बुकिंग कैंसिल करनी है', 'अपॉइंटमेंट रद्द करो', 'अपॉइंटमेंट रद्द करना है', 'अपॉइंटमेंट कैंसल करना है', 'अपॉइंटमेंट कैंसिल करना है',
  ],
  back: [
    'back', 'go back', 'previous', 'previous question', 'pichla', 'pichhla', 'pichla sawal', 'pichle sawal par jao', 'peeche', 'piche', 'pichhe', 'peeche jao', 'piche jao', 'peeche jana hai',
    'wapas', 'vapas', 'wapis', 'vapis', 'wapas jao', 'wapas jana hai', 'ek kadam peeche', 'undo',
    'पीछे', 'पीछे जाओ', 'पीछे जाएं', 'पीछे जाना है', 'वापस', 'वापस जाओ', 'वापस जाएं', 'वापिस', 'पिछला', 'पिछला सवाल',
  ],
  skip: [
    'skip', 'skip it', 'skip this', 'skip karo', 'skip kar do', 'chhodo', 'chodo', 'chhod do', 'chod do', 'ise chhod do', 'isko chhod do', 'ye chhod do', 'aage chalo', 'agla sawal', 'next question', 'next', 'abhi tay nahi', 'abhi tay nahi hai', 'tay nahi', 'tay nahi hai', 'abhi tay nahi kiya', 'naam nahi rakha', 'abhi naam nahi rakha', 'not decided', 'not decided yet', 'not yet decided',
    'छोड़ो', 'छोडो', 'छोड़ दो', 'छोड दो', 'इसे छोड़ दो', 'इसे छोड दो', 'आगे चलो', 'अगला सवाल', 'स्किप', 'छोड़ें', 'छोडें', 'अभी तय नहीं', 'अभी तय नहीं है', 'तय नहीं', 'तय नहीं है', 'नाम नहीं रखा', 'अभी नाम नहीं रखा',
  ],
  help: [
    'help', 'help me', 'madad', 'madad karo', 'madad chahiye', 'meri madad karo', 'sahayata', 'kya karu', 'kya karna hai', 'menu', 'options', 'what to do',
    'मदद', 'मदद करो', 'मदद चाहिए', 'मेरी मदद करो', 'सहायता', 'क्या करूं', 'क्या करना है', 'हेल्प', 'मेनू',
  ],
  clarify: [
    'kya', 'what', 'samajh nahi aaya', 'samajh nahi aya', 'samjha nahi', 'samjhi nahi', 'samjh nahi aaya', 'kya likhu', 'kya likhna hai', 'kya likhun', 'kaise likhu', 'what should i write', 'i dont understand', 'i do not understand', 'i did not understand', 'not understood',
    'matlab', 'iska matlab', 'matlab kya hai', 'kya matlab', 'kya matlab hai', 'iska kya matlab hai', 'what do you mean', 'what does this mean', 'what does it mean', 'what is this',
    'क्या', 'समझ नहीं आया', 'समझा नहीं', 'समझी नहीं', 'क्या लिखूं', 'क्या लिखना है', 'कैसे लिखूं', 'मतलब', 'इसका मतलब', 'मतलब क्या है', 'क्या मतलब', 'क्या मतलब है', 'इसका क्या मतलब है',
  ],
  human: [
    'human', 'agent', 'talk to human', 'talk to a person', 'talk to someone', 'talk to agent', 'real person', 'customer care', 'call me', 'kisi se baat karao', 'kisi se baat karni hai',
    'kisi se baat karwao', 'insaan se baat', 'insan se baat karni hai', 'aadmi se baat karao', 'aadmi se baat karni hai', 'vyakti se baat', 'adhikari se baat', 'adhikari se baat karni hai', 'baat karni hai', 'baat karao',
    'किसी से बात कराओ', 'किसी से बात करनी है', 'इंसान से बात', 'इंसान से बात करनी है', 'आदमी से बात कराओ', 'अधिकारी से बात', 'अधिकारी से बात करनी है', 'बात करनी है', 'किसी व्यक्ति से बात', 'ऑपरेटर',
  ],
  elsewhere: [
    'other phone', 'another phone', 'go on on another phone', 'continue on another phone', 'continue on kiosk', 'kiosk', 'kiosk code', 'link code', 'dusra phone', 'dusre phone par', 'doosre phone par', 'dusre phone se', 'kiosk par jari rakho', 'kiosk par',
    'दूसरा फोन', 'दूसरे फोन पर', 'दूसरे फोन से', 'कियोस्क', 'कियोस्क पर', 'कियोस्क कोड',
  ],
  language: [
    'language', 'change language', 'language change', 'bhasha change', 'bhasha', 'bhasha badlo', 'bhasha badalni hai', 'bhasha badlein', 'english', 'english me', 'english mein', 'in english', 'english please', 'hindi', 'hindi me', 'hindi mein', 'in hindi',
    'hindi me likho', 'hindi mein likho', 'hindi me bolo', 'english me likho', 'hinglish', 'hinglish me', 'speak english', 'speak hindi', 'angrezi', 'angrezi me', 'angreji me',
    'भाषा', 'भाषा बदलो', 'भाषा बदलनी है', 'भाषा बदलें', 'हिंदी', 'हिन्दी', 'हिंदी में', 'हिन्दी में', 'हिंदी में लिखो', 'अंग्रेजी', 'अंग्रेजी में', 'अंग्रेज़ी में', 'इंग्लिश', 'इंग्लिश में',
  ],
  summary: [
    'summary', 'show summary', 'summary dikhao', 'summary dikhaiye', 'summary batao', 'summary dekhni hai', 'saransh dikhao', 'mera form dikhao', 'सारांश दिखाओ', 'सारांश दिखाइए', 'show my answers', 'show answers', 'what did i write', 'what have i told', 'what did i tell you', 'ab tak kya likha', 'ab tak kya bhara', 'ab tak kya bataya', 'maine kya bataya', 'kya kya bhara', 'kya kya likha', 'meri jankari dikhao', 'meri jaankari dikhao', 'jankari dikhao', 'sab dikhao', 'form dikhao', 'kya bhara hai', 'review',
    'सारांश', 'अब तक क्या लिखा', 'अब तक क्या भरा', 'अब तक क्या बताया', 'मैंने क्या बताया', 'क्या क्या भरा', 'मेरी जानकारी दिखाओ', 'जानकारी दिखाओ', 'सब दिखाओ', 'फॉर्म दिखाओ',
  ],
  wait: [
    'ruko', 'rukiye', 'ruk jao', 'zara ruko', 'jara ruko', 'thoda ruko', 'ek minute', 'ek min', 'ek minute ruko', 'wait', 'please wait', 'hold on', 'one minute', 'baad mein', 'baad me', 'baad mein karunga', 'later',
    'रुको', 'रुकिए', 'रुकिये', 'रुक जाओ', 'ज़रा रुको', 'जरा रुको', 'थोड़ा रुको', 'एक मिनट', 'एक मिनट रुको', 'बाद में', 'बाद में करूंगा', 'बाद में करूँगा',
  ],
  fee: [
    'fee', 'fees', 'what is the fee', 'is it free', 'is there a fee', 'free hai', 'free hai kya', 'kya ye free hai', 'muft hai kya', 'how much fee', 'how much', 'how much money', 'how much does it cost', 'kitni fees', 'kitni fees hai', 'fees kitni', 'fees kitni hai', 'fees kitni lagegi', 'kitni fees lagegi', 'fee kitni hai', 'fee kitni lagegi',
    'kitna paisa', 'kitne paise', 'kitna paisa lagega', 'kitne paise lagenge', 'paisa kitna lagega', 'paise kitne lagenge', 'kitna lagega', 'kharcha', 'kitna kharcha', 'kitna kharcha hoga', 'charges', 'cost', 'price', 'shulk', 'shulk kitna hai',
    'फीस', 'मुफ़्त है क्या', 'क्या यह मुफ़्त है', 'फीस कितनी है', 'फीस कितनी', 'फीस कितनी लगेगी', 'कितनी फीस', 'कितनी फीस लगेगी', 'कितना पैसा', 'कितने पैसे', 'कितना पैसा लगेगा', 'कितने पैसे लगेंगे', 'पैसे कितने लगेंगे', 'कितना लगेगा', 'कितना खर्चा', 'शुल्क', 'शुल्क कितना है', 'खर्चा',
  ],
  submit: [
    'submit', 'submit it', 'submit karo', 'submit kar do', 'submit kardo', 'jama karo', 'jama kar do', 'jama kardo', 'jama karein', 'theek hai jama karo', 'sahi hai jama karo', 'bhej do', 'जमा करो', 'जमा कर दो', 'जमा करें', 'जमा कीजिए', 'सही है जमा करो', 'भेज दो',
  ],
  days: [
    'how long', 'how long does it take', 'how long will it take', 'how many days', 'kitne din', 'kitne din lagenge', 'kitne din mein', 'kitna time lagega', 'kitna samay lagega', 'kab tak milega', 'kab milega', 'kab tak banega',
    'कितने दिन', 'कितने दिन लगेंगे', 'कितने दिन में', 'कितना समय लगेगा', 'कब तक मिलेगा', 'कब मिलेगा', 'कब तक बनेगा',
  ],
  papers: [
    'which papers', 'which documents', 'what documents', 'what papers', 'what documents are needed', 'which papers are needed', 'what is needed',
    'kaun se kagaz', 'kaun se kagaz lagenge', 'kaun se kagaz chahiye', 'kya kya lagega', 'kya kya chahiye', 'kya kagaz lagenge', 'kaun se document lagenge',
    'कौन से कागज', 'कौन से कागज लगेंगे', 'कौन से कागज चाहिए', 'क्या क्या लगेगा', 'क्या क्या चाहिए',
  ],
  who: [
    'who can apply', 'who may apply', 'who is eligible', 'am i eligible', 'can i apply', 'eligibility', 'kaun apply kar sakta hai', 'kaun apply kar sakte hain', 'kaun kar sakta hai', 'kaun le sakta hai', 'kaun banwa sakta hai', 'kaun aavedan kar sakta hai', 'kisko milta hai', 'kisko milti hai', 'kise milta hai', 'kise milti hai', 'kiske liye hai', 'yogyata', 'patrata', 'kya main apply kar sakta hoon', 'kya main apply kar sakti hoon',
    'कौन आवेदन कर सकता है', 'कौन कर सकता है', 'कौन ले सकता है', 'कौन बनवा सकता है', 'किसे मिलता है', 'किसे मिलती है', 'किसको मिलता है', 'किसको मिलती है', 'किसके लिए है', 'योग्यता', 'पात्रता',
  ],
  where: [
    'where to go', 'where do i go', 'where do i have to go', 'where should i go', 'which office', 'do i have to go anywhere', 'must i go somewhere', 'must i come to the office', 'kahan jana hai', 'kahan jana hoga', 'kahan jaana hai', 'kahan jaana hoga', 'kahan jana padega', 'kahan jaana padega', 'kis office jana hoga', 'kis office mein jana hoga', 'kaunse office jana hai', 'kis daftar jana hoga', 'office jana padega', 'office jana hoga kya', 'kya office jana padega', 'kahin jana padega kya', 'kahin jana hai kya',
    'कहाँ जाना है', 'कहाँ जाना होगा', 'कहाँ जाना पड़ेगा', 'कहां जाना है', 'कहां जाना होगा', 'किस दफ़्तर जाना होगा', 'किस दफ्तर में जाना होगा', 'दफ़्तर जाना पड़ेगा', 'दफ्तर जाना होगा क्या', 'क्या दफ़्तर जाना पड़ेगा', 'कहीं जाना पड़ेगा क्या',
  ],
  stop: [
    'stop', 'stopall', 'unsubscribe', 'revoke', 'stop messages', 'stop message', 'stop msg', 'stop sms', 'stop sending messages', 'stop all', 'opt out', 'optout', 'message band karo', 'message mat bhejo', 'messages mat bhejo', 'msg mat bhejo', 'msg band karo', 'sandesh band karo', 'sandesh mat bhejo', 'dont message me', 'do not message me',
    'स्टॉप', 'रोकें', 'रोको', 'रोक दें', 'रोक दो', 'बंद', 'बंद करें', 'बंद करो', 'संदेश रोकें', 'संदेश बंद करो', 'संदेश बंद करें', 'संदेश मत भेजो', 'मैसेज बंद करो', 'मैसेज मत भेजो', 'मेसेज मत भेजो',
  ],
  newsBy: [
    'sms par bhejo', 'sms par bhejiye', 'sms par batao', 'sms se bhejo', 'sms bhejo', 'sms karo', 'send by sms', 'send me sms', 'sms me', 'news by sms', 'text me', 'whatsapp par bhejo', 'whatsapp par bhejiye', 'whatsapp par batao', 'whatsapp karo', 'send by whatsapp', 'whatsapp me', 'telegram par bhejo', 'telegram par bhejiye', 'telegram par batao', 'send by telegram',
    'एसएमएस पर भेजो', 'एसएमएस पर भेजिए', 'एसएमएस से भेजो', 'एसएमएस करो', 'व्हाट्सएप पर भेजो', 'व्हाट्सएप पर भेजिए', 'व्हाट्सऐप पर भेजो', 'टेलीग्राम पर भेजो', 'टेलीग्राम पर भेजिए',
  ],
  data: [
    'my data', 'delete my data', 'delete data', 'erase my data', 'remove my data', 'forget me', 'privacy', 'my privacy', 'withdraw consent', 'withdraw my consent', 'take back consent', 'mera data', 'mera data hatao', 'mera data mitao', 'mera data delete karo', 'meri jankari hatao', 'meri jaankari hatao', 'meri jankari mitao', 'meri jaankari mitao', 'meri jankari delete karo', 'sahmati wapas', 'sahmati wapas lo', 'sahmati wapas leni hai', 'consent wapas lena hai',
    'मेरा डेटा', 'मेरा डाटा', 'मेरा डेटा हटाओ', 'मेरा डाटा हटाओ', 'मेरी जानकारी हटाओ', 'मेरी जानकारी हटाइए', 'मेरी जानकारी मिटाओ', 'मेरी जानकारी मिटाइए', 'सहमति वापस', 'सहमति वापस लेनी है', 'सहमति वापस लो',
  ],
  start: [
    'start', 'unstop', 'restart', 'start over', 'start again', 'begin', 'shuru', 'shuru karo', 'shuru se', 'phir se shuru', 'phir se shuru karo', 'fir se shuru', 'fir se shuru karo', 'dobara shuru', 'dobara shuru karo', 'naye sire se', 'main menu',
    'शुरू', 'शुरू करो', 'शुरू से', 'फिर से शुरू', 'फिर से शुरू करो', 'दोबारा शुरू', 'दोबारा शुरू करो', 'नए सिरे से',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Said out of politeness; they change no meaning. */
export const politeWords: ReadonlySet<string> = new Set(
  'mujhe mujhko hame humein मुझे हमें thanks thank you dhanyavad dhanyawad shukriya धन्यवाद शुक्रिया please plz pls kripya kripaya ji jee sir madam mam maam bhai bhaiya didi zara jara to toh na कृपया जी सर मैडम भाई भैया दीदी जरा तो प्लीज'.split(
    ' ',
  ),
);
