import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Dated } from '#domain/catalogue/service-definition.ts';
import type { Standing, TalkEvent } from '#domain/conversation/event.ts';
import type { CertificateSnapshot } from '#domain/document/certificate.ts';
import { moneyBackOf } from '#domain/payment/payment.ts';
import type { ApplicationSnapshot, ServiceApplication } from '#domain/service-application/service-application.ts';
import { isWithOfficer } from '#domain/service-application/status.ts';
import type { DomainEvent } from '#domain/shared/event.ts';
import type { ApplicationId, CitizenId, DocumentId } from '#domain/shared/ids.ts';
import { dayOf, type Instant, plusDays } from '#domain/shared/time.ts';
import type { TellCitizen } from '../ports/in/telling.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { DocumentLinks, Installation } from '../ports/out/installation.ts';
import type { Certificates, Payments, ServiceApplications } from '../ports/out/repositories.ts';
import { standingOf } from '../standing-of.ts';

type DocumentIssued = Extract<TalkEvent, { type: 'document-issued' }>;

/** Days for which the link to a document in a message can be followed. */
const LINK_DAYS = 30;

/** Turns what happened into what the citizen's talk hears of it. */
export class TellWhatHappened {
  private readonly applications: ServiceApplications;
  private readonly payments: Payments;
  private readonly certificates: Certificates;
  private readonly catalogue: Catalogue;
  private readonly links: DocumentLinks;
  private readonly installation: Installation;
  private readonly calendar: Calendar;
  private readonly refundDays: Dated<number>;
  private readonly tell: TellCitizen;

  constructor(
    applications: ServiceApplications,
    payments: Payments,
    certificates: Certificates,
    catalogue: Catalogue,
    links: DocumentLinks,
    installation: Installation,
    calendar: Calendar,
    refundDays: Dated<number>,
    tell: TellCitizen,
  ) {
    this.applications = applications;
    this.payments = payments;
    this.certificates = certificates;
    this.catalogue = catalogue;
    this.links = links;
    this.installation = installation;
    this.calendar = calendar;
    this.refundDays = refundDays;
    this.tell = tell;
  }

  async react(event: DomainEvent): Promise<void> {
    const told =
      (await this.aboutApplication(event)) ?? (await this.aboutPayment(event)) ?? (await this.aboutDocument(event));
    if (told) await this.tell(event.citizenId, `${event.type}/${event.subjectId}/${event.at}`, told);
  }

  /** The documents of an application once more, for who has lost them; another's are as if there were none. */
  async sendAgain(citizenId: CitizenId, applicationId: ApplicationId, causeId: string, at: Instant): Promise<void> {
    const application = await this.applications.find(applicationId);
    if (application?.snapshot().citizenId !== citizenId) return;
    for (const certificate of await this.certificates.ofApplication(applicationId)) {
      const issued = certificate.snapshot();
      await this.tell(citizenId, `${causeId}/${issued.number}`, {
        ...this.shown(issued, application, at),
        asked: true,
      });
    }
  }

  private async aboutApplication({ type, subjectId, at }: DomainEvent): Promise<TalkEvent | undefined> {
    if (!TOLD.has(type) && !NEWS[type]) return undefined;
    const found = await this.applications.find(subjectId);
    if (!found) return undefined;
    const state = found.snapshot();
    const application = this.standing(found, at);
    // Without a fee the number was given in the turn itself, and what is issued at once comes with its document.
    if (type === 'ApplicationFiled' && state.joins) return { type: 'news', application, news: 'news.complaintJoined' };
    if (type === 'ApplicationFiled')
      return state.fee.paise > 0 && isWithOfficer(state.status) ? { type: 'filed', application } : undefined;
    if (type === 'QueryRaised') return { type: 'query-raised', application, question: state.query?.question ?? '' };
    if (type === 'ApplicationRejected') return { type: 'rejected', application, reason: state.decision?.reason ?? '' };
    if (type === 'ComplaintResolved') {
      const { note = '', photo } = state.resolution ?? {};
      const shown = photo && { documentId: photo, link: this.linkTo(photo, state.citizenId, at) };
      return { type: 'resolved', application, note, ...(shown && { photo: shown }) };
    }
    const news = NEWS[type]?.(state);
    const note = state.history.findLast((entry) => entry.at === at)?.note;
    const isAsked = type === 'BookingConfirmed';
    return news
      ? { type: 'news', ...(isAsked && { asked: true }), application, news, ...(note && { note }) }
      : undefined;
  }

  private standing(application: ServiceApplication, at: Instant): Standing {
    return standingOf(application, this.catalogue.of(application.snapshot()), this.calendar, at);
  }

  private async aboutPayment({ type, subjectId, about }: DomainEvent): Promise<TalkEvent | undefined> {
    const outcome = OUTCOMES[type];
    if (!outcome) return undefined;
    const payment = (await this.payments.find(subjectId))?.snapshot();
    const application = about?.applicationId
      ? (await this.applications.find(about.applicationId))?.snapshot()
      : undefined;
    if (!payment || !application) return undefined;
    return {
      type: 'payment',
      applicationId: application.id,
      serviceId: application.serviceId,
      outcome,
      amount: moneyBackOf(payment),
      due: payment.amount,
      ...(payment.reason && { reason: payment.reason }),
      refundDays: this.refundDays.value,
      ...(payment.refundBankReference && { bankReference: payment.refundBankReference }),
      // What came beside another payment has no order of its own.
      ...(payment.besides === undefined && { orderFor: payment.id }),
    };
  }

  private async aboutDocument({ type, subjectId, about, at }: DomainEvent): Promise<TalkEvent | undefined> {
    if ((type !== 'CertificateIssued' && type !== 'ReceiptIssued') || !about?.number) return undefined;
    const certificate = (await this.certificates.find(about.number))?.snapshot();
    const application = await this.applications.find(subjectId);
    return certificate && application && this.shown(certificate, application, at);
  }

  private linkTo(documentId: DocumentId, citizenId: CitizenId, at: Instant): string {
    return this.links.linkTo(documentId, citizenId, `${plusDays(dayOf(at), LINK_DAYS)}T00:00:00.000Z`);
  }

  private shown(certificate: CertificateSnapshot, application: ServiceApplication, at: Instant): DocumentIssued {
    return {
      type: 'document-issued',
      ...(certificate.kind === 'receipt' && { asked: true }),
      application: this.standing(application, at),
      kind: certificate.kind,
      number: certificate.number,
      documentId: certificate.documentId,
      link: this.linkTo(certificate.documentId, certificate.citizenId, at),
      verifyUrl: `${this.installation.publicUrl}/v/${certificate.number}`,
    };
  }
}

type PaymentOutcome = Extract<TalkEvent, { type: 'payment' }>['outcome'];

/** Events that have an event of the talk to themselves. */
const TOLD: ReadonlySet<string> = new Set([
  'ApplicationFiled',
  'QueryRaised',
  'ApplicationRejected',
  'ComplaintResolved',
]);

/** The sentence for anything else that the citizen should know; none where the file tells nothing new. */
const NEWS: Readonly<Record<string, (state: ApplicationSnapshot) => string | undefined>> = {
  StepTaken: ({ status }) => VISITS[status],
  ApplicationOverdue: ({ kind }) => (kind === 'application' ? 'news.overdue' : 'news.complaintOverdue'),
  ApplicationLapsed: () => 'news.lapsed',
  AppealDismissed: () => 'news.appealDismissed',
  ApplicationCorrected: () => 'news.corrected',
  ApplicationRevoked: () => 'news.revoked',
  RenewalDue: () => 'news.renewalDue',
  ComplaintStarted: () => 'news.complaintStarted',
  // Who has just said so himself is not told.
  ComplaintClosed: ({ history }) => (history.at(-1)?.by === 'system' ? 'news.complaintClosed' : undefined),
  BookingConfirmed: ({ fee }) => (fee.paise > 0 ? 'news.bookingConfirmed' : undefined),
  BookingCancelled: ({ history }) => (history.at(-1)?.by === 'system' ? 'news.placeFreed' : undefined),
  BookingNear: () => 'news.bookingNear',
};

const VISITS: Readonly<Record<string, string>> = {
  'field-verification': 'news.fieldVisit',
  'appointment-needed': 'news.officeVisit',
};

const OUTCOMES: Readonly<Record<string, PaymentOutcome>> = {
  PaymentSettled: 'paid',
  PaymentFailed: 'failed',
  PaymentPending: 'pending',
  PaymentMismatched: 'mismatched',
  PaymentCancelled: 'cancelled',
  RefundDue: 'to-be-refunded',
  FeeReturned: 'returned',
  RefundDone: 'refunded',
  RefundFailed: 'refund-delayed',
};
