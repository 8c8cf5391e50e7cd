/** Hospitals of the Delhi Government by the part of the city; their words stand in `masters.json` of each language. */
export const hospitalsOf: Readonly<Record<string, readonly string[]>> = {
  central: ['lok-nayak', 'gb-pant', 'guru-nanak-eye', 'aruna-asaf-ali'],
  north: ['maharishi-valmiki', 'satyawadi-raja-harish-chandra', 'burari', 'deep-chand-bandhu', 'bhagwan-mahavir'],
  'north-west': ['baba-saheb-ambedkar', 'sanjay-gandhi'],
  east: [
    'guru-teg-bahadur',
    'lal-bahadur-shastri',
    'chacha-nehru',
    'jag-pravesh-chandra',
    'hedgewar',
    'rajiv-gandhi',
    'ihbas',
    'cancer-institute',
  ],
  west: ['deen-dayal-upadhyay', 'acharyashree-bhikshu', 'janakpuri'],
  south: ['madan-mohan-malaviya', 'ambedkar-nagar'],
  'south-west': ['indira-gandhi-dwarka', 'rao-tula-ram', 'dada-dev'],
};

export const hospitals: readonly string[] = Object.values(hospitalsOf).flat();
