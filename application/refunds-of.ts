import type { PaymentSnapshot } from '#domain/payment/payment.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import { isZero } from '#domain/shared/money.ts';
import type { Demands, Payments } from './ports/out/repositories.ts';

/** The payments of an application whose money goes, or went, back to the citizen. */
export async function refundsOf(
  application: ServiceApplication,
  demands: Pick<Demands, 'ofApplication'>,
  payments: Pick<Payments, 'ofDemand'>,
): Promise<readonly PaymentSnapshot[]> {
  const { id, fee } = application.snapshot();
  if (isZero(fee)) return [];
  const demand = await demands.ofApplication(id);
  if (!demand) return [];
  const all = await payments.ofDemand(demand.id);
  return all.filter((payment) => payment.isReturned).map((payment) => payment.snapshot());
}
