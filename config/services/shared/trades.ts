import type { Validity } from '#domain/catalogue/service-definition.ts';

/** Kinds of trade under the general licence, by group: a part of the 463 that section 417 of the DMC Act knows. */
export const tradesOf: Readonly<Record<string, readonly string[]>> = {
  retail: [
    'kirana',
    'pan-cigarette',
    'cloth-garments',
    'footwear',
    'stationery-books',
    'furniture',
    'hardware-paint',
    'sanitary-ware',
    'cosmetics',
    'jewellery',
    'utensils',
    'toys-sports',
    'gift-shop',
    'beauty-goods',
    'cycle-shop',
    'motor-parts',
    'motor-showroom',
    'animal-feed',
    'art-gallery',
  ],
  services: [
    'optical-shop',
    'watch-shop',
    'photo-studio',
    'printing-press',
    'photocopy-cyber',
    'tailoring',
    'dry-cleaning',
    'office',
    'coaching-centre',
  ],
  storage: ['godown', 'cold-store', 'paper-scrap'],
  repair: ['mobile-electronics', 'repair-workshop', 'battery-tyre'],
  wholesale: ['vegetable-fruit', 'building-material'],
};

export const trades: readonly string[] = Object.values(tradesOf).flat();

const resolution = 'MCD House resolution of 2 December 2025';

/** Since 2026 the licence is paid with the property tax of the premises, whole rupees. */
export const shareOfPropertyTax = 'round(property_tax * 15 / 100)';
export const licenceShare = { value: shareOfPropertyTax, from: '2026-04-01', verified: true, source: resolution };

export const untilMarch: Validity = {
  until: { value: ['financial-year-end'], from: '2026-04-01', verified: true, source: resolution },
  remindDaysBefore: [60, 30, 7, 1],
  renewBy: 'trade-licence-renewal',
};
