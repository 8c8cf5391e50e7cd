/**
 * What a tap sends back: stable, readable commands. They stand in messages that citizens keep for months, so a
 * command's meaning never changes.
 */
export const command = {
  apply: (service: string): string => `service/${service}/apply`,
  info: (service: string): string => `service/${service}/info`,
  answer: (question: string, value: string): string => `answer/${question}/${value}`,
  skip: (question: string): string => `skip/${question}`,
  same: (question: string): string => `same/${question}`,
  more: (question: string, from: number): string => `more/${question}/${from}`,
  change: (question: string): string => `change/${question}`,
  /** Of several choices enough are picked. */
  picked: (question: string): string => `picked/${question}`,
  /** Takes an entry such as `members.2` out of its list. */
  remove: (entry: string): string => `remove/${entry}`,
  yes: 'answer/yes',
  no: 'answer/no',
  language: (language: string): string => `language/${language}`,
  category: (category: string, from = 0): string => `menu/category/${category}${from > 0 ? `/${from}` : ''}`,
  categories: (from: number): string => `menu/categories/${from}`,
  mine: 'menu/mine',
  services: 'menu/services',
  start: 'menu/start',
  consentGive: 'consent/give',
  consentAbout: 'consent/about',
  consentRefuse: 'consent/refuse',
  reuse: (what: string): string => `reuse/${what}`,
  formSubmit: 'form/submit',
  /** Although there is one about the same thing, for this reason. */
  formSecond: (reason: string): string => `form/second/${reason}`,
  formChange: 'form/change',
  formCancel: 'form/cancel',
  /** Puts the open form away and begins another service. */
  formSwitch: (service: string): string => `form/switch/${service}`,
  /** The same once more, after it was asked whether it is meant. */
  formDrop: 'form/drop',
  formGoOn: 'form/go-on',
  /** A form beside the talk was filled in and sent off. */
  formFilled: (application: string): string => `form/filled/${application}`,
  /** What was heard in a voice note is right. */
  voiceRight: (note: string): string => `voice/${note}/right`,
  voiceWrong: (note: string): string => `voice/${note}/wrong`,
  paperSkip: (requirement: string): string => `paper/${requirement}/skip`,
  paperKeep: (requirement: string): string => `paper/${requirement}/keep`,
  factsRight: 'facts/right',
  factsChange: 'facts/change',
  slotDay: (day: string): string => `slot/day/${day}`,
  slotTime: (day: string, time: string): string => `slot/time/${day}T${time}`,
  slotsMore: (from: number): string => `slot/more/${from}`,
  /** Back from the times of a day to the days. */
  slotDays: 'slot/days',
  slotsAgain: 'slot/again',
  bookingMove: (application: string): string => `booking/${application}/move`,
  bookingCancel: (application: string): string => `booking/${application}/cancel`,
  bookingCancelYes: (application: string): string => `booking/${application}/cancel-yes`,
  billPay: (part: string): string => `bill/pay/${part}`,
  /** Picks a demand that stands for itself, or lets it go again. */
  billPick: (demand: string): string => `bill/pick/${demand}`,
  billOther: 'bill/other',
  pay: (application: string): string => `pay/${application}`,
  done: (application: string): string => `complaint/${application}/done`,
  reopen: (application: string): string => `complaint/${application}/reopen`,
  documents: (application: string): string => `application/${application}/documents`,
  withdraw: (application: string): string => `application/${application}/withdraw`,
  withdrawYes: (application: string): string => `application/${application}/withdraw-yes`,
  appeal: (application: string): string => `application/${application}/appeal`,
  queryAnswer: (application: string): string => `query/${application}/answer`,
  querySend: 'query/send',
  queryChange: 'query/change',
  human: 'talk/human',
  /** On with the machine, when a person has come. */
  machine: 'talk/machine',
  link: 'talk/link',
  stopNotices: 'notices/stop',
  resumeNotices: 'notices/resume',
  newsBy: (channel: string): string => `notices/by/${channel}`,
  languages: 'menu/language',
  dataWithdraw: 'data/withdraw',
  dataWithdrawYes: 'data/withdraw-yes',
  dataErase: 'data/erase',
  dataEraseYes: 'data/erase-yes',
} as const;

/** The parts of a command; services and values contain no slash. */
export const partsOf = (id: string): readonly string[] => id.split('/');
