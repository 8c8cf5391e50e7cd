import type { PaymentId } from '../shared/ids.ts';

/** As an order in the chat names a payment: Meta takes 35 characters, and our ids have 36. Without their dashes they fit. */
export const orderReference = (paymentId: PaymentId): string => paymentId.replaceAll('-', '');

export const paymentOfOrder = (reference: string): PaymentId =>
  reference.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
