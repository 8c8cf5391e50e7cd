import type { Dated } from '#domain/catalogue/service-definition.ts';
import type { DeliveryLimits } from '#domain/notification/delivery-limits.ts';

const ours = {
  from: '2026-11-01',
  verified: true,
  source: 'Rule of this installation: no provider promises a time',
};

/** Delhi's patience with each channel that reports deliveries; the last one of the fallback has nobody to wait for. */
export const deliveryLimits: DeliveryLimits = {
  whatsapp: {
    reply: { value: 60, ...ours },
    notice: { value: 15, ...ours },
    news: { value: 15, ...ours },
    owed: { value: 15, ...ours },
  },
};

/** Days for which the channel log is kept; it holds no words, names or numbers. */
export const channelLogDays: Dated<number> = { value: 30, ...ours };
