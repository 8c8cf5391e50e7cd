/**
 * How people ask about one side of a service. Each entry is a set of words that must all stand in the message, in any
 * order and either script; `kitn*` stands for words that begin so, `-mil*` for words that must not stand there.
 */
// biome-ignore format: a table reads best in rows
export const topicWords = {
  fee: [
    ...['fee', 'fees', 'feez', 'फी', 'charge', 'charges', 'cost', 'costs', 'price', 'shulk', 'kharch', 'kharcha'].map((each) => `${each} -mil* -wapas -wapis -refund -reimburs*`),
    'kitn* paisa -mil*', 'kitn* paise -mil*', 'kitn* rupaye -mil*', 'kitn* rupay -mil*', 'kitn* rupees -mil*', 'how much money -get', 'how much pay -get',
    'kitn* lagega -din -time -samay -waqt', 'kitn* lagta -din -time -samay -waqt', 'kitn* lagti -din -time -samay -waqt', 'muft hai', 'free hai', 'free of cost', 'is it free',
  ],
  days: [
    ...['din', 'dino', 'dinon', 'time', 'samay', 'waqt', 'mahine', 'hafte', 'der'].map((each) => `kitn* ${each} -pehle -valid* -chal* -purana -late -maanya`),
    'how many days -ahead -advance -late -valid*', 'how many weeks', 'how much time', 'how long -valid*', 'when get', 'when will',
    'kab mil*', 'kab ban*', 'kab tak -last -aakhri -antim -apply -aavedan -bhar*',
  ],
  papers: [
    'kagaz', 'kagazat', 'kagzat', 'kagazon', 'paper', 'papers', 'document', 'documents', 'docs', 'dastavez', 'dastavezon', 'dastavejon', 'डॉक्यूमेंट', 'डॉक्यूमेंट्स',
    'kya lag*', 'kya chahiye', 'what need*', 'what required',
  ],
  who: [
    'kaun sak*', 'kaun apply', 'kaun aavedan', 'kaun bhar*', 'kaun banwa*', 'kaun le', 'kise mil*', 'kisko mil*', 'kisey mil*', 'kinko mil*', 'kinhe mil*', 'kiske liye',
    'who can', 'who may', 'who gets', 'who is eligible', 'who should', 'eligible', 'eligibility', 'patrata', 'yogyata', 'can i apply -online -where -how', 'main apply sak* -kaise -kahan', 'mai apply sak* -kaise -kahan',
    'age limit', 'minimum age', 'what age', 'kis umar', 'kitn* umar', 'kitn* umr',
  ],
  where: [
    ...['kahan', 'kaha'].flatMap((where) => ['jana', 'jaye', 'jaen', 'jaun', 'jau', 'mil*', 'ban*', 'apply', 'aavedan', 'jama', 'karna', 'karein', 'karen', 'kare', 'karun', 'karu', 'karwa*', 'office', 'daftar', 'hota'].map((each) => `${where} ${each} -tak -pahunch*`)),
    'where go', 'where apply', 'where submit', 'where do', 'where get', 'where can', 'where office', 'where should', 'which office', 'kis office', 'kis daftar', 'kaunse office', 'kaunse daftar', 'kaunsa office', 'kaunsa daftar', 'office pata', 'office address',
  ],
  kiosk: ['kiosk kahan', 'kiosk kaha', 'kiosk kidhar', 'kiosk pata', 'where kiosk', 'nearest kiosk', 'find kiosk', 'kaun kiosk', 'kis kiosk'],
  sending: ['photo kaise', 'foto kaise', 'kaise bhej*', 'kaise upload', 'upload kaise', 'how send', 'how upload', 'how attach'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Only a question has them; "fees" or "kagaz" alone may be what somebody wants. */
export const outrightWords: ReadonlySet<string> = new Set(
  'kitna kitni kitne kab kahan kaha kaun kaunse kaunsa kaunsi kisko kise kinko kaise kidhar nearest find how when where who which कितना कितनी कितने कब कहां कहाँ कौन किसे किसको कैसे किधर'.split(
    ' ',
  ),
);

/** Who says so wants it done, whatever he asks besides. */
export const doneWords: ReadonlySet<string> = new Set(
  'banwana banwani banwane karwana karwani karwane karana karani want need बनवाना बनवानी बनवाने करवाना करवानी कराना करानी'.split(
    ' ',
  ),
);
