import type { Dated, ServiceDefinition } from '#domain/catalogue/service-definition.ts';

interface Named {
  readonly what: string;
  readonly dated: Dated<unknown>;
}

/** Everything of a service that changes by law or by notice. */
const datedIn = ({ fee = [], estimate = [], timeLimits, ...rest }: ServiceDefinition): readonly Named[] => [
  ...fee.map(({ id, rupees }) => ({ what: `the fee ${id}`, dated: rupees })),
  ...estimate.map(({ id, rupees }) => ({ what: `the estimate ${id}`, dated: rupees })),
  ...timeLimits.map(({ days, unit }) => ({
    what: `the limit of ${days.value} ${unit === 'hours' ? 'hours' : 'days'}`,
    dated: days,
  })),
  ...(rest.validity ? [{ what: 'the validity', dated: rest.validity.until }] : []),
  ...(rest.finder?.schemes ?? []).map(({ id, rule }) => ({ what: `the scheme ${id}`, dated: rule })),
  ...(rest.complaint ? [{ what: 'the time to confirm', dated: rest.complaint.confirmWithinDays }] : []),
  ...datedOfBooking(rest.booking),
];

const datedOfBooking = (booking: ServiceDefinition['booking']): readonly Named[] =>
  booking
    ? [
        { what: 'the capacity', dated: booking.capacity },
        { what: 'the time a place is held', dated: booking.holdMinutes },
        ...(booking.reserved ? [{ what: 'the share that is kept', dated: booking.reserved.percent }] : []),
        ...(booking.refunds ?? []).map(({ hoursBefore, percent, of = [] }) => ({
          what: ['the refund', ...of, `${hoursBefore} hours before`].join(' '),
          dated: percent,
        })),
      ]
    : [];

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

export const undated = (service: ServiceDefinition): readonly string[] =>
  datedIn(service)
    .filter(({ dated }) => !isDay(dated.from) || dated.source.trim() === '')
    .map(({ what }) => `${what} has no date or no source`);

export const unverified = (service: ServiceDefinition): readonly string[] =>
  datedIn(service)
    .filter(({ dated }) => !dated.verified)
    .map(({ what }) => `${what} is not verified`);
