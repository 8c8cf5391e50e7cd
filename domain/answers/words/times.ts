/** Words after an hour that make it one. */
export const hourMarks: ReadonlySet<string> = new Set([
  'baje',
  'bje',
  'बजे',
  'am',
  'pm',
  'a.m.',
  'p.m.',
  "o'clock",
  'oclock',
  'hrs',
]);

/** The half of the day that a word means. */
export const timeWords: ReadonlyMap<string, 'am' | 'pm'> = new Map([
  ['subah', 'am'],
  ['sabere', 'am'],
  ['savere', 'am'],
  ['सुबह', 'am'],
  ['सवेरे', 'am'],
  ['morning', 'am'],
  ['am', 'am'],
  ['a.m.', 'am'],
  ['dopahar', 'pm'],
  ['dopehar', 'pm'],
  ['दोपहर', 'pm'],
  ['shaam', 'pm'],
  ['sham', 'pm'],
  ['शाम', 'pm'],
  ['raat', 'pm'],
  ['रात', 'pm'],
  ['afternoon', 'pm'],
  ['evening', 'pm'],
  ['night', 'pm'],
  ['pm', 'pm'],
  ['p.m.', 'pm'],
]);

/** Minutes that a word before the hour adds. */
export const partsOfHour: ReadonlyMap<string, number> = new Map([
  ['saadhe', 30],
  ['sadhe', 30],
  ['साढ़े', 30],
  ['साढ़े', 30],
  ['sava', 15],
  ['savaa', 15],
  ['सवा', 15],
  ['paune', -15],
  ['पौने', -15],
]);
