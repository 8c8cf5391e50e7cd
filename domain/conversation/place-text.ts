import type { InboundContent } from './message.ts';

/** A place as words: its address where it has one. Five digits after the point are about a metre. */
export const placeText = ({ latitude, longitude, address }: Extract<InboundContent, { type: 'location' }>): string =>
  [address, `${latitude.toFixed(5)},${longitude.toFixed(5)}`].filter(Boolean).join(' · ');
