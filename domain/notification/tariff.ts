import type { Dated } from '../catalogue/service-definition.ts';
import type { Instant, IsoDate } from '../shared/time.ts';
import { dayOf } from '../shared/time.ts';

/** What a provider takes for each segment, in paise and parts of them; the newest that is in force counts. */
export type Tariff = readonly Dated<number>[];

/** What a message is paid by, known before it is sent. */
export interface Cost {
  readonly segments: number;
  /** To a thousandth; absent where no tariff is in force. */
  readonly paise?: number;
}

/** Segments by price: providers take nothing for what a message is apart from them. */
export function costOf(segments: number, tariff: Tariff, at: Instant): Cost {
  const price = priceOn(dayOf(at), tariff);
  return { segments, ...(price !== undefined && { paise: Math.round(segments * price * 1000) / 1000 }) };
}

const priceOn = (day: IsoDate, tariff: Tariff): number | undefined =>
  tariff.filter(({ from }) => from <= day).reduce<Dated<number> | undefined>(newer, undefined)?.value;

const newer = (one: Dated<number> | undefined, other: Dated<number>): Dated<number> =>
  one && one.from > other.from ? one : other;
