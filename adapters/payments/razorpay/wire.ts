import { z } from 'zod';

/** Razorpay's shapes, as far as we read them. Amounts are whole paise; times are seconds since 1970. */
export const payment = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  status: z.string(),
  method: z.string().nullish(),
  error_reason: z.string().nullish(),
  /** An empty list when there are none. */
  notes: z.unknown(),
  acquirer_data: z.unknown(),
  created_at: z.int(),
});
export type RazorpayPayment = z.infer<typeof payment>;

export const paymentLink = z.object({
  id: z.string(),
  reference_id: z.string(),
  status: z.enum(['created', 'partially_paid', 'paid', 'cancelled', 'expired']),
  amount: z.int(),
  amount_paid: z.int(),
  currency: z.string().default('INR'),
  short_url: z.string(),
  /** Absent or empty until somebody paid. */
  payments: z.array(z.object({ payment_id: z.string(), status: z.string() })).nullish(),
  cancelled_at: z.int().nullish(),
  expired_at: z.int().nullish(),
  created_at: z.int(),
});
export type RazorpayLink = z.infer<typeof paymentLink>;

export const paymentLinks = z.object({ payment_links: z.array(paymentLink) });

/** Orders with what was paid by them, as they come when `expand[]=payments` is asked for. */
export const orders = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      receipt: z.string().nullish(),
      payments: z.object({ items: z.array(payment) }).nullish(),
    }),
  ),
});

export const event = z.object({
  event: z.string(),
  payload: z.record(z.string(), z.object({ entity: z.unknown() })),
  created_at: z.int(),
});
export type RazorpayEvent = z.infer<typeof event>;

/** In events a link comes with less than when it is asked for. */
export const linkInEvent = paymentLink.pick({ id: true, reference_id: true, amount_paid: true });

export const refund = z.object({
  id: z.string(),
  payment_id: z.string(),
  amount: z.int(),
  status: z.enum(['pending', 'processed', 'failed']),
  receipt: z.string().nullish(),
  notes: z.unknown(),
  acquirer_data: z.unknown(),
  created_at: z.int(),
});
export type RazorpayRefund = z.infer<typeof refund>;

export const refunds = z.object({ items: z.array(refund) });
