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
