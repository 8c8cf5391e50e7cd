import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { PaymentUnknown } from '#domain/payment/errors.ts';
import { Payment } from '#domain/payment/payment.ts';
import type { ApplicationSnapshot } from '#domain/service-application/service-application.ts';
import { waitsForFee } from '#domain/service-application/status.ts';
import { GatewayDown } from '#domain/shared/failure.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import type { PayablePage, Paying } from '../ports/in/paying.ts';
import type { TellCitizen } from '../ports/in/telling.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Installation } from '../ports/out/installation.ts';
import type { PaymentGateway } from '../ports/out/payment-gateway.ts';
import type { Demands, Payments, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { Translator } from '../ports/out/translator.ts';

/** Gets a link for what is owed, and passes it to the citizen. The gateway is asked outside every transaction. */
export class OpenPayment implements Pick<Paying, 'open'> {
  private readonly applications: ServiceApplications;
  private readonly demands: Demands;
  private readonly payments: Payments;
  private readonly gateway: PaymentGateway;
  private readonly tell: TellCitizen;
  private readonly transactions: Transactions;
  private readonly translator: Translator;
  private readonly installation: Installation;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    applications: ServiceApplications,
    demands: Demands,
    payments: Payments,
    gateway: PaymentGateway,
    tell: TellCitizen,
    transactions: Transactions,
    translator: Translator,
    installation: Installation,
    clock: Clock,
    ids: Ids,
  ) {
    this.applications = applications;
    this.demands = demands;
    this.payments = payments;
    this.gateway = gateway;
    this.tell = tell;
    this.transactions = transactions;
    this.translator = translator;
    this.installation = installation;
    this.clock = clock;
    this.ids = ids;
  }

  /** `jobId` makes the message unique; asked for again by the citizen, the link is sent again. */
  async openFor(applicationId: ApplicationId, jobId: string): Promise<void> {
    const now = this.clock.now();
    const application = (await this.applications.find(applicationId))?.snapshot();
    const demand = await this.demands.ofApplication(applicationId);
    if (!application || !waitsForFee(application.status) || demand?.status !== 'open') return;
    const payment = await this.payable(demand.id, now, () =>
      Payment.begin({
        id: this.ids.next(),
        demandId: demand.id,
        citizenId: application.citizenId,
        amount: demand.total,
        description: this.describe(application),
        gateway: this.gateway.name,
        createdAt: now,
        expiresAt: plusMinutes(now, this.installation.paymentMinutes),
      }),
    );
    const { id, amount, citizenId, status, expiresAt } = payment.snapshot();
    const { serviceId } = application;
    // The bank has not decided: another link would let him pay twice.
    if (status === 'pending')
      return this.tell(citizenId, `payment-pending/${jobId}`, {
        type: 'payment',
        applicationId,
        serviceId,
        outcome: 'pending',
        amount,
      });
    try {
      await this.link(payment);
    } catch (error) {
      if (error instanceof GatewayDown)
        await this.tell(citizenId, `gateway-down/${jobId}`, { type: 'gateway-down', applicationId });
      throw error;
    }
    const url = `${this.installation.publicUrl}/pay/${id}`;
    await this.tell(citizenId, `payment-link/${jobId}`, {
      type: 'payment-link',
      applicationId,
      paymentId: id,
      amount,
      url,
      expiresAt,
    });
  }

  /** What a citizen sees who follows the link: on to the gateway while it can be paid. @throws PaymentUnknown */
  async open(paymentId: string): Promise<PayablePage> {
    const payment = await this.payments.find(paymentId);
    if (!payment) throw new PaymentUnknown();
    const { amount, description, url, status } = payment.snapshot();
    const page = { amount, description };
    if (payment.isPaid) return { ...page, status: 'paid' };
    if (payment.isPayable(this.clock.now()) && url) return { ...page, status: 'open', url };
    return { ...page, status: status === 'cancelled' ? 'cancelled' : status === 'pending' ? 'pending' : 'expired' };
  }

  /** As it stands on the gateway's page and the bank's statement: no personal data. */
  private describe({ serviceId, acknowledgementNumber }: ApplicationSnapshot): string {
    const name = this.translator.say({ key: serviceKey.name(serviceId) }, this.installation.language);
    return `${name} · ${acknowledgementNumber}`;
  }

  /** The one payment by which a demand can be paid now, or that the bank still thinks about. */
  private payable(demandId: string, now: Instant, begin: () => Payment): Promise<Payment> {
    return this.transactions.run(async () => {
      // The demand is held, so that of two who ask at once the second finds the first one's payment.
      await this.demands.update(demandId, () => undefined);
      const known = await this.payments.ofDemand(demandId);
      const found = known.find(({ status }) => status === 'pending') ?? known.find((each) => each.isPayable(now));
      if (found) return found;
      const payment = begin();
      await this.payments.add(payment);
      return payment;
    });
  }

  private async link(payment: Payment): Promise<void> {
    const { id, amount, description, expiresAt, url } = payment.snapshot();
    if (url) return;
    const returnUrl = `${this.installation.publicUrl}/pay/${id}`;
    const link = await this.gateway.createLink({ paymentId: id, amount, description, expiresAt, returnUrl });
    await this.payments.update(id, (each) => each.link(link));
  }
}
