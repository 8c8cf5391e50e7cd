/** Words that no name holds; with one of them a message is a sentence and not a name. Matched, never shown. */
export const wordsOfNoName: ReadonlySet<string> = new Set(
  (
    'mujhe muje chahiye chaiye kya kaise kaisa kitna kitni kitne kab kyon kyun kyu kahan kaha nahi nahin nhi pata banwana banana banwani karna karo karein kijiye likhna likhu likhun bata batao bataye bataiye ' +
    'fees paisa paise please plz help what how when why where who which want need dont cannot galat sahi wrong correct change badlo badalna yaad abhi baad hai hain tha thi hoon kaun kisne kisko aap tum hum ' +
    'likha aaya aayi gaya hua hui hota hoti sakta sakte milta milti लिखा आया आई गया हुआ हुई होता होती मिलता naam name नाम certificate praman patra form application yes no haan theek thik ok okay skip cancel and or ' +
    'मुझे चाहिए क्या कैसे कैसा कितना कितनी कितने कब क्यों कहां नहीं नही पता बनवाना करना करो करें कीजिए लिखना लिखूं बताओ बताइए फीस पैसा पैसे कृपया मदद गलत सही बदलो बदलना याद अभी बाद ' +
    'है हैं था थी हूं कौन किसने किसको आप तुम हम प्रमाण पत्र फॉर्म आवेदन हां ठीक छोड़ो रद्द और'
  )
    .split(' ')
    .map((word) =>
      word
        .normalize('NFD')
        .replace(/\u093c/g, '')
        .normalize('NFC'),
    ),
);

/**
 * Words that are a name only by chance: days, sums, whom one is to another, what offices deal in. An answer of nothing
 * else is asked about once more; with another word beside it, as in "Mangal Singh", it is a name.
 */
export const hardlyNames: ReadonlySet<string> = new Set(
  (
    'pension hospital aspatal doctor ration rashan card school college licence license birth death janm mrityu maut aay income caste jati bijli pani paani water electricity light bill tax house ghar makaan makan property ' +
    'shaadi shadi marriage complaint shikayat appointment booking slot document documents kagaz kaagaz papers paper photo aadhaar aadhar adhaar pan passport voter id mobile phone number no date tarikh tareekh time samay day din ' +
    'morning subah sham shaam dopahar raat office daftar sarkar government delhi dilli hindi english hello hi hey namaste namaskar good fine hmm wait ruko rukiye later help madad menu stop start status ' +
    'papa pitaji pita father dad daddy mummy maa mata mother mom pati patni husband wife beti beta daughter son bhai bhaiya behan brother sister dada dadi nana nani baccha bachcha bachchi child baby main mai me self khud koi kisi unka iska mera meri ' +
    'पेंशन अस्पताल डॉक्टर राशन कार्ड स्कूल लाइसेंस जन्म मृत्यु आय जाति बिजली पानी बिल टैक्स घर मकान शादी शिकायत कागज कागजात फोटो आधार पासपोर्ट मोबाइल फोन नंबर तारीख समय दिन सुबह शाम दोपहर रात दफ्तर कार्यालय सरकार दिल्ली हिंदी अंग्रेजी नमस्ते नमस्कार रुको मदद ' +
    'पापा पिताजी पिता मम्मी मां माता पति पत्नी बेटी बेटा भाई बहन दादा दादी नाना नानी बच्चा बच्ची मैं खुद कोई किसी मेरा मेरी'
  ).split(' '),
);
