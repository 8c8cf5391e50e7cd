/** Community halls by MCD zone; their words stand in `masters.json` of each language. */
export const communityHallsOf: Readonly<Record<string, readonly string[]>> = {
  central: ['lajpat-nagar', 'jangpura'],
  'city-sp': ['daryaganj', 'sadar-bazar'],
  'civil-lines': ['timarpur', 'burari'],
  'karol-bagh': ['ajmal-khan', 'patel-nagar'],
  keshavpuram: ['ashok-vihar', 'shalimar-bagh'],
  najafgarh: ['dwarka-sector-7', 'najafgarh-town'],
  narela: ['narela-town', 'bawana'],
  rohini: ['rohini-sector-8', 'mangolpuri'],
  'shahdara-north': ['seelampur', 'dilshad-garden'],
  'shahdara-south': ['geeta-colony', 'mayur-vihar'],
  south: ['green-park', 'mehrauli'],
  west: ['rajouri-garden', 'vikaspuri'],
};

export const communityHalls: readonly string[] = Object.values(communityHallsOf).flat();

/** A hall's size decides how many it takes and what it costs, in rupees. */
export interface HallSize {
  readonly halls: readonly string[];
  readonly guests: number;
  readonly rent: number;
  readonly cleaning: number;
  readonly deposit: number;
}

export const hallSizes: readonly HallSize[] = [
  {
    halls: ['jangpura', 'sadar-bazar', 'burari', 'najafgarh-town', 'bawana', 'seelampur', 'mehrauli', 'mangolpuri'],
    guests: 150,
    rent: 500,
    cleaning: 100,
    deposit: 10_000,
  },
  {
    halls: [
      'daryaganj',
      'timarpur',
      'patel-nagar',
      'shalimar-bagh',
      'narela-town',
      'geeta-colony',
      'dilshad-garden',
      'vikaspuri',
    ],
    guests: 300,
    rent: 2500,
    cleaning: 150,
    deposit: 15_000,
  },
  {
    halls: [
      'lajpat-nagar',
      'ajmal-khan',
      'ashok-vihar',
      'dwarka-sector-7',
      'rohini-sector-8',
      'mayur-vihar',
      'green-park',
      'rajouri-garden',
    ],
    guests: 500,
    rent: 5000,
    cleaning: 200,
    deposit: 20_000,
  },
];
