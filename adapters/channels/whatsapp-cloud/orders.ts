import { z } from 'zod';
import type { Destination, WordedMessage } from '#application/ports/out/channel.ts';
import type { GatewayReport } from '#application/ports/out/payment-gateway.ts';
import type { OrderUpdate } from '#domain/conversation/message.ts';
import { orderReference, paymentOfOrder } from '#domain/payment/order-reference.ts';
import { paise } from '#domain/shared/money.ts';
import type { Instant } from '#domain/shared/time.ts';
import { shorten } from '../split-text.ts';
import { call, type WhatsAppSettings } from './client.ts';

type Order = NonNullable<WordedMessage['order']>;

/** Who is paid; Meta asks for it on every order, also of what is no goods. */
export interface Payee {
  readonly name: string;
  readonly addressLine: string;
  readonly city: string;
  /** ISO 3166-2, without the country, such as `DL`. */
  readonly state: string;
  readonly postalCode: string;
}

/** Above five lakh rupees UPI takes nothing. */
const MOST_PAISE = 5_00_000_00;

/** Can it be paid in the chat? Only where that is configured, by Indian numbers, and not for everything. */
export const isPayableInChat = (
  order: Pick<Order, 'amount'> | undefined,
  { paymentConfiguration = '', payee }: WhatsAppSettings,
  { contactPoint: { kind, address } }: Destination,
): boolean =>
  order !== undefined &&
  paymentConfiguration !== '' &&
  payee !== undefined &&
  order.amount.paise <= MOST_PAISE &&
  kind === 'phone' &&
  address.startsWith('+91');

/** The tappable part of an order, without its text. */
export function orderBubble({ paymentId, amount, item, expiresAt }: Order, settings: WhatsAppSettings): object {
  const { paymentConfiguration = '', paymentGateway = 'razorpay', payee } = settings;
  const reference = orderReference(paymentId);
  const value = { value: amount.paise, offset: 100 };
  const nothing = { value: 0, offset: 100 };
  return {
    type: 'order_details',
    action: {
      name: 'review_and_pay',
      parameters: {
        reference_id: reference,
        type: 'digital-goods',
        currency: 'INR',
        total_amount: value,
        payment_settings: [
          {
            type: 'payment_gateway',
            payment_gateway: {
              type: paymentGateway,
              configuration_name: paymentConfiguration,
              ...(paymentGateway === 'razorpay' && { razorpay: { receipt: reference } }),
            },
          },
        ],
        order: {
          status: 'pending',
          items: [{ name: shorten(item, 60), amount: value, quantity: 1, ...(payee && importer(payee)) }],
          subtotal: value,
          tax: nothing,
          shipping: nothing,
          discount: nothing,
          ...(expiresAt && { expiration: { timestamp: secondsOf(expiresAt), description: shorten(item, 120) } }),
        },
      },
    },
  };
}

/** Brings the order's card up to date, without its text. */
export const orderUpdateBubble = ({ paymentId, status }: OrderUpdate): object => ({
  type: 'order_status',
  action: {
    name: 'review_order',
    parameters: { reference_id: orderReference(paymentId), order: { status } },
  },
});

const importer = ({ name, addressLine, city, state, postalCode }: Payee) => ({
  country_of_origin: 'India',
  importer_name: name,
  importer_address: {
    address_line1: addressLine,
    city,
    zone_code: state,
    postal_code: postalCode,
    country_code: 'IN',
  },
});

const secondsOf = (at: Instant): string => String(Math.floor(Date.parse(at) / 1000));

const word = z.string().optional().catch(undefined);
const transaction = z.object({
  id: z.string(),
  pg_transaction_id: word,
  status: word,
  updated_timestamp: z.coerce.number().optional().catch(undefined),
  method: z.object({ type: word }).optional().catch(undefined),
  error: z.object({ code: word }).optional().catch(undefined),
});
const asked = z.object({
  payments: z.tuple(
    [
      z.object({
        reference_id: z.string(),
        status: z.string(),
        currency: z.string(),
        total_amount: z.object({ value: z.number().int(), offset: z.literal(100) }),
        transactions: z.array(transaction).catch([]),
      }),
    ],
    z.unknown(),
  ),
});

const methods: ReadonlyMap<string, NonNullable<GatewayReport['method']>> = new Map([
  ['upi', 'upi'],
  ['card', 'card'],
  ['netbanking', 'net-banking'],
  ['wallet', 'wallet'],
]);

/** A webhook on a payment is only a hint: what counts is what Meta says when it is asked. @throws NotDelivered */
export async function confirmedPayment(
  hint: { readonly reference: string; readonly line?: string },
  settings: WhatsAppSettings,
  now: Instant,
): Promise<GatewayReport | undefined> {
  // Not ours: nothing was asked for in the chat.
  if (!settings.paymentConfiguration) return undefined;
  const path = [hint.line ?? settings.phoneNumberId, 'payments', settings.paymentConfiguration, hint.reference];
  const answer = await call(settings, `/${path.map(encodeURIComponent).join('/')}`, {});
  const [payment] = asked.safeParse(answer).data?.payments ?? [];
  if (payment?.reference_id !== hint.reference) return undefined;
  const last = payment.transactions.find(({ status }) => status === 'success') ?? payment.transactions.at(-1);
  const outcome = payment.status === 'captured' ? 'paid' : last?.status === 'failed' ? 'failed' : 'pending';
  const method = methods.get(last?.method?.type ?? '');
  const seconds = last?.updated_timestamp;
  return {
    paymentId: paymentOfOrder(hint.reference),
    gatewayReference: last?.pg_transaction_id ?? last?.id ?? hint.reference,
    ...(last?.pg_transaction_id && { transactionId: last.pg_transaction_id }),
    reportId: [hint.reference, last?.id, outcome].join('/'),
    outcome,
    amount: paise(payment.total_amount.value),
    currency: payment.currency,
    ...(method && { method }),
    ...(outcome === 'failed' && { reason: last?.error?.code ?? 'failed' }),
    at: seconds ? new Date(seconds * 1000).toISOString() : now,
  };
}
