/** Papers of which any one will do, as most departments accept them. */
export const identityProof: readonly string[] = [
  'identity-proof',
  'aadhaar',
  'voter-id',
  'passport',
  'driving-licence',
  'pan-card',
  'ration-card',
];
export const addressProof: readonly string[] = [
  'address-proof',
  'aadhaar',
  'voter-id',
  'passport',
  'driving-licence',
  'ration-card',
  'electricity-bill',
  'water-bill',
  'gas-bill',
  'telephone-bill',
  'bank-passbook',
  'rent-agreement',
];
export const ageProof: readonly string[] = [
  'age-proof',
  'birth-certificate',
  'school-certificate',
  'aadhaar',
  'passport',
  'pan-card',
  'voter-id',
];
