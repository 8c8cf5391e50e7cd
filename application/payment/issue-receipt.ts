import { maskNumber } from '#domain/answers/mask.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { moneyInDigits } from '#domain/document/in-words.ts';
import type { DemandSnapshot } from '#domain/payment/demand.ts';
import type { PaymentSnapshot } from '#domain/payment/payment.ts';
import { financialYearOf, receiptNumber } from '#domain/payment/receipt.ts';
import type { ApplicationSnapshot } from '#domain/service-application/service-application.ts';
import type { PaymentId } from '#domain/shared/ids.ts';
import { add } from '#domain/shared/money.ts';
import { dayOf } from '#domain/shared/time.ts';
import type { Publishing } from '../ports/in/publishing.ts';
import type { PrintData } from '../ports/out/certificate-printer.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { PrintedLanguage } from '../ports/out/printed-language.ts';
import type { Certificates, Demands, Numbers, Payments, ServiceApplications } from '../ports/out/repositories.ts';
import type { Translator } from '../ports/out/translator.ts';

/** Prints and keeps the receipt of a payment that has been settled. */
export class IssueReceipt {
  private readonly payments: Payments;
  private readonly demands: Demands;
  private readonly applications: ServiceApplications;
  private readonly certificates: Certificates;
  private readonly numbers: Numbers;
  private readonly publisher: Publishing;
  private readonly catalogue: Catalogue;
  private readonly translator: Translator;
  private readonly printed: PrintedLanguage;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    payments: Payments,
    demands: Demands,
    applications: ServiceApplications,
    certificates: Certificates,
    numbers: Numbers,
    publisher: Publishing,
    catalogue: Catalogue,
    translator: Translator,
    printed: PrintedLanguage,
    clock: Clock,
    ids: Ids,
  ) {
    this.payments = payments;
    this.demands = demands;
    this.applications = applications;
    this.certificates = certificates;
    this.numbers = numbers;
    this.publisher = publisher;
    this.catalogue = catalogue;
    this.translator = translator;
    this.printed = printed;
    this.clock = clock;
    this.ids = ids;
  }

  /** Safe to repeat: a payment has one number in the series, and its receipt is kept once. */
  async issue(paymentId: PaymentId): Promise<void> {
    const payment = (await this.payments.find(paymentId))?.snapshot();
    const demand = payment && (await this.demands.find(payment.demandId))?.snapshot();
    const application = demand?.applicationId && (await this.applications.find(demand.applicationId))?.snapshot();
    const service = application ? this.catalogue.of(application) : undefined;
    if (!payment?.paidAt || !demand || !application || !service) return;
    const earlier = await this.certificates.ofApplication(application.id);
    if (earlier.some((each) => each.snapshot().kind === 'receipt')) return;

    const year = financialYearOf(dayOf(payment.paidAt));
    const running = await this.numbers.next(`receipt/${service.department}/${year}`, paymentId);
    await this.publisher.publish(
      {
        number: receiptNumber(service.department, year, running),
        kind: 'receipt',
        citizenId: payment.citizenId,
        serviceId: service.id,
        department: service.department,
        applicationId: application.id,
        documentId: this.ids.next(),
        issuedAt: this.clock.now(),
        publicFacts: [
          ...(demand.account ? [{ id: 'account', value: maskNumber(demand.account) }] : []),
          { id: 'amount', value: String(payment.amount.paise) },
          { id: 'paid_on', value: dayOf(payment.paidAt) },
        ],
      },
      {
        template: 'templates/print/receipt',
        title: this.translator.say({ key: 'document.receiptTitle' }, 'en'),
        data: this.dataOf(payment, demand, application, service),
      },
    );
  }

  private dataOf(
    payment: PaymentSnapshot,
    demand: DemandSnapshot,
    application: ApplicationSnapshot,
    service: ServiceDefinition,
  ): PrintData {
    const total = add(...demand.lines.map(({ amount }) => amount));
    const mode = `payment.methods.${payment.method ?? 'other'}`;
    const [accountQuestion] = service.questions.filter(({ id }) => id === service.dues?.account);
    return {
      ...this.both('department', `departments.${service.department}`),
      ...this.both('service', `services.${service.id}.name`),
      account: demand.account ?? application.acknowledgementNumber,
      ...(accountQuestion
        ? this.both('account_label', `services.${service.id}.questions.${accountQuestion.id}.label`)
        : this.both('account_label', 'document.acknowledgementNumber')),
      ...(application.billedTo && { owner: application.billedTo.owner, address: application.billedTo.address }),
      lines: demand.lines.map(({ name, amount }) => this.line(service, name, moneyInDigits(amount))),
      total: moneyInDigits(total),
      total_words_hi: this.printed.money(total, 'hi'),
      total_words_en: this.printed.money(total, 'en'),
      ...this.both('mode', mode),
      ...(payment.bankReference && { bank_reference: payment.bankReference }),
      paid_at: payment.paidAt ?? '',
    };
  }

  /** A line is a year of a bill, or a part of a fee that has a name in both languages. */
  private line(service: ServiceDefinition, name: string, amount: string): PrintData {
    const key = [`services.${service.id}.fees.${name}`, `bill.lines.${name}`].find((each) =>
      this.translator.has(each, 'hi'),
    );
    if (!key) return { label: name, amount };
    return { label: this.translator.say({ key }, 'hi'), label_en: this.translator.say({ key }, 'en'), amount };
  }

  private both(name: string, key: string): { [name: string]: string } {
    return { [`${name}_hi`]: this.translator.say({ key }, 'hi'), [`${name}_en`]: this.translator.say({ key }, 'en') };
  }
}
