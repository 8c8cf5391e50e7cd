/** Private unaided schools with reserved seats, by district; their words stand in `masters.json` of each language. */
export const schoolsOf: Readonly<Record<string, readonly string[]>> = {
  central: ['manavsthali-rajinder-nagar', 'salwan-rajinder-nagar'],
  east: ['ahlcon-mayur-vihar', 'somerville-vasundhara'],
  'new-delhi': ['modern-barakhamba', 'sanskriti-chanakyapuri'],
  north: ['st-xaviers-civil-lines', 'maharaja-agrasen-model-town'],
  'north-east': ['arwachin-dilshad', 'siddharth-dilshad'],
  'north-west': ['dps-rohini', 'mount-abu-rohini'],
  shahdara: ['vivekanand-anand-vihar', 'bharat-national-karkardooma'],
  south: ['mothers-international', 'apeejay-saket'],
  'south-east': ['dps-mathura-road', 'new-green-field-alaknanda'],
  'south-west': ['venkateshwar-dwarka', 'bal-bharati-dwarka'],
  west: ['st-marks-meera-bagh', 'vikas-bharati-punjabi-bagh'],
};

export const schools: readonly string[] = Object.values(schoolsOf).flat();
