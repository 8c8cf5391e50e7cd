/** For whom somebody asks, by how people name their own. */
export const relationWords = {
  child:
    'beti bete beta bitiya bachche bacche bachchi bachcha bachhe ladke ladki son daughter child kid बेटी बेटे बेटा बिटिया बच्चे बच्ची बच्चा लड़के',
  parent:
    'pita pitaji papa father dad abbu maa mata mummy mother ammi sasur saas पिता पिताजी पापा माँ मां माता मम्मी अम्मी अब्बू ससुर सास',
  other:
    'dada dadi nana nani pati patni biwi wife husband bhai behen bahan brother sister chacha chachi padosi neighbour neighbor दादा दादी नाना नानी पति पत्नी बीवी भाई बहन चाचा चाची पड़ोसी',
} as const;

/** Between whom it is for and what is wanted: "papa ke liye", "pitaji ki pension", "for my son". */
export const forWords = 'ke ki ka के की का';
export const forEnglish = 'for my';
/** "Pita ka naam" names a question, and says nothing of for whom. */
export const nameWords = 'naam nam name नाम';
