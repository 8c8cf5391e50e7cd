/** Colonies by the category A to H that the municipal valuation gives them; their words stand in `masters.json`. */
export const coloniesOf: Readonly<Record<string, readonly string[]>> = {
  A: ['vasant-vihar', 'golf-links', 'friends-colony', 'maharani-bagh'],
  B: ['defence-colony', 'greater-kailash', 'hauz-khas', 'green-park'],
  C: ['lajpat-nagar', 'malviya-nagar', 'vasant-kunj', 'punjabi-bagh', 'civil-lines'],
  D: ['dwarka', 'janakpuri', 'mayur-vihar', 'karol-bagh', 'rajouri-garden', 'anand-vihar'],
  E: ['chandni-chowk', 'rohini', 'moti-nagar', 'pahar-ganj'],
  F: ['anand-parbat', 'arjun-nagar'],
};

/** Any colony that is not in the list yet; the citizen names the category, the assessor decides. */
export const OTHER_COLONY = 'other';
export const colonies: readonly string[] = [...Object.values(coloniesOf).flat(), OTHER_COLONY];
export const colonyCategories: readonly string[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** What is asked about each floor, in the words of the unit-area method (`domain/property-tax/`). */
export const floorNames: readonly string[] = ['basement', 'ground', 'first', 'second', 'third', 'higher', 'plot'];
export const structures: readonly string[] = ['pucca', 'semi-pucca', 'kutcha'];
export const occupancies: readonly string[] = ['self', 'let-out', 'vacant'];
export const propertyUses: readonly string[] = [
  'residential',
  'business',
  'office',
  'industry',
  'private-school',
  'private-hospital',
  'aided-school',
  'religious',
  'public-utility',
  'other-non-residential',
  'entertainment',
  'banquet',
  'vacant-business',
  'hotel-3-star',
  'tower',
];
