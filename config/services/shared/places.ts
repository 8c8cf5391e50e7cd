/** Places that several services ask for; their words stand in `masters.json` of each language. Codes never change. */
export const districts: readonly string[] = [
  'central',
  'east',
  'new-delhi',
  'north',
  'north-east',
  'north-west',
  'shahdara',
  'south',
  'south-east',
  'south-west',
  'west',
];

export const mcdZones: readonly string[] = [
  'central',
  'city-sp',
  'civil-lines',
  'karol-bagh',
  'keshavpuram',
  'najafgarh',
  'narela',
  'rohini',
  'shahdara-north',
  'shahdara-south',
  'south',
  'west',
];

/** Sub-divisions by district: the office of each is an SDM's. */
export const subDivisionsOf: Readonly<Record<string, readonly string[]>> = {
  central: ['karol-bagh', 'kotwali', 'civil-lines'],
  east: ['gandhi-nagar', 'mayur-vihar', 'preet-vihar'],
  'new-delhi': ['chanakyapuri', 'delhi-cantonment', 'vasant-vihar'],
  north: ['alipur', 'model-town', 'narela'],
  'north-east': ['karawal-nagar', 'seelampur', 'yamuna-vihar'],
  'north-west': ['kanjhawala', 'rohini', 'saraswati-vihar'],
  shahdara: ['seemapuri', 'shahdara', 'vivek-vihar'],
  south: ['hauz-khas', 'mehrauli', 'saket'],
  'south-east': ['defence-colony', 'kalkaji', 'sarita-vihar'],
  'south-west': ['dwarka', 'kapashera', 'najafgarh'],
  west: ['patel-nagar', 'punjabi-bagh', 'rajouri-garden'],
};

export const subDivisions: readonly string[] = Object.values(subDivisionsOf).flat();
