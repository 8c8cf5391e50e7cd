import { maskName } from '#domain/answers/mask.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { certificateNumber } from '#domain/document/certificate.ts';
import type { ApplicationSnapshot } from '#domain/service-application/service-application.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import { dayOf, type Instant } from '#domain/shared/time.ts';
import type { Publishing } from '../ports/in/publishing.ts';
import type { PrintData } from '../ports/out/certificate-printer.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Installation } from '../ports/out/installation.ts';
import type { PrintedLanguage } from '../ports/out/printed-language.ts';
import type { Certificates, Numbers, Officers, ServiceApplications } from '../ports/out/repositories.ts';
import type { Translator } from '../ports/out/translator.ts';

/** Makes the document that an approval promised: number, seal, print, keep. */
export class IssueCertificate {
  private readonly applications: ServiceApplications;
  private readonly certificates: Certificates;
  private readonly officers: Officers;
  private readonly numbers: Numbers;
  private readonly publisher: Publishing;
  private readonly catalogue: Catalogue;
  private readonly translator: Translator;
  private readonly printed: PrintedLanguage;
  private readonly installation: Installation;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    applications: ServiceApplications,
    certificates: Certificates,
    officers: Officers,
    numbers: Numbers,
    publisher: Publishing,
    catalogue: Catalogue,
    translator: Translator,
    printed: PrintedLanguage,
    installation: Installation,
    clock: Clock,
    ids: Ids,
  ) {
    this.applications = applications;
    this.certificates = certificates;
    this.officers = officers;
    this.numbers = numbers;
    this.publisher = publisher;
    this.catalogue = catalogue;
    this.translator = translator;
    this.printed = printed;
    this.installation = installation;
    this.clock = clock;
    this.ids = ids;
  }

  /** Safe to repeat: an application gets one certificate. */
  async issue(applicationId: ApplicationId): Promise<void> {
    const application = (await this.applications.find(applicationId))?.snapshot();
    const service = application && this.catalogue.find(application.serviceId);
    if (!application || !service || application.status !== 'approved') return;
    const earlier = await this.certificates.ofApplication(applicationId);
    if (earlier.some((each) => each.snapshot().kind === 'certificate')) return;

    const now = this.clock.now();
    const series = `${this.installation.series(service.department)}-${seriesPart(service)}`;
    const running = await this.numbers.next(`certificate/${series}/${dayOf(now).slice(0, 4)}`, applicationId);
    const number = certificateNumber(series, now, running, this.ids.code(5));
    await this.publisher.publish(
      {
        number,
        kind: 'certificate',
        citizenId: application.citizenId,
        serviceId: service.id,
        department: service.department,
        applicationId,
        documentId: this.ids.next(),
        issuedAt: now,
        publicFacts: publicFacts(service, application),
      },
      {
        template: `services/${service.department}/${service.id}/certificate`,
        title: this.translator.say({ key: `services.${service.id}.name` }, 'en'),
        data: await this.dataOf(service, application, number, now),
      },
    );
  }

  private async dataOf(
    service: ServiceDefinition,
    application: ApplicationSnapshot,
    number: string,
    now: Instant,
  ): Promise<PrintData> {
    const registrar = application.decision && (await this.officers.find(application.decision.by));
    const days = service.questions
      .filter(({ id, type }) => type === 'date' && application.answers[id])
      .flatMap(({ id }) => {
        const day = application.answers[id] ?? '';
        return [
          [`${id}_words_hi`, this.printed.day(day, 'hi')],
          [`${id}_words_en`, this.printed.day(day, 'en')],
        ];
      });
    const decider = service.steps.at(-1)?.role ?? '';
    return {
      ...application.answers,
      ...Object.fromEntries(days),
      registration_number: application.answers.registration_no ?? number,
      registration_date: dayOf(application.decision?.at ?? now),
      registrar_name: registrar?.name ?? '',
      registrar_office_hi: this.translator.say({ key: `roles.${decider}` }, 'hi'),
      registrar_office_en: this.translator.say({ key: `roles.${decider}` }, 'en'),
    };
  }
}

/** `birth-certificate` numbers its certificates `BIRTH`. */
const seriesPart = (service: ServiceDefinition): string => (service.id.split('-')[0] ?? service.id).toUpperCase();

/** What a stranger may compare with the paper in his hand: days and choices as they are, names by their first letters. */
const publicFacts = (service: ServiceDefinition, { answers }: ApplicationSnapshot): { id: string; value: string }[] =>
  (service.printed ?? []).flatMap((id) => {
    const question = service.questions.find((each) => each.id === id);
    const answer = answers[id];
    if (!question || !answer) return [];
    if (question.type === 'person-name') return [{ id, value: maskName(answer) }];
    return question.type === 'date' || question.type === 'choice' ? [{ id, value: answer }] : [];
  });
