import type { ContactPoint } from '#domain/shared/contact-point.ts';

/** Whoever can be answered: a number with its country, no name of a sender and no short number. */
export const smsSender = (number: string): ContactPoint | undefined =>
  /^\+[1-9]\d{6,14}$/.test(number) ? { channel: 'sms', kind: 'phone', address: number } : undefined;
