import { maskName } from '#domain/answers/mask.ts';
import { type Catalogue, serviceKey } from '#domain/catalogue/catalogue.ts';
import { entriesIn, questionsOf } from '#domain/catalogue/expand-list.ts';
import type { Answers, QuestionType, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { deciderOf } from '#domain/catalogue/steps.ts';
import { validUntil } from '#domain/catalogue/validity.ts';
import { certificateNumber } from '#domain/document/certificate.ts';
import type { ApplicationSnapshot } from '#domain/service-application/service-application.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import { dayOf, type Instant, type IsoDate } from '#domain/shared/time.ts';
import type { Publishing } from '../ports/in/publishing.ts';
import type { PrintData, PrintJob } from '../ports/out/certificate-printer.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Installation } from '../ports/out/installation.ts';
import type { PrintedLanguage } from '../ports/out/printed-language.ts';
import type { Certificates, Numbers, Officers, ServiceApplications } from '../ports/out/repositories.ts';
import type { Translator } from '../ports/out/translator.ts';
import { both, printedRows } from './printed-rows.ts';

/** What is given to one document: its own number, and that of the first, under which the fact stays registered. */
interface Issue {
  readonly number: string;
  readonly registered: string;
  readonly now: Instant;
}

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
    const service = application && this.catalogue.of(application);
    if (!application || !service || !isDue(application)) return;
    const earlier = (await this.certificates.ofApplication(applicationId)).filter(
      (each) => each.snapshot().kind === 'certificate',
    );
    if (earlier.some((each) => !each.isRevoked)) return;
    const [first, ...others] = earlier.map((each) => each.snapshot()).filter(({ isReplaced }) => isReplaced);
    const replaced = others.at(-1) ?? first;

    const now = this.clock.now();
    // What stands in place of another is good no longer than that was.
    const validTo = replaced ? replaced.validTo : validUntil(service.validity, application.answers, dayOf(now));
    const series = `${this.installation.series(service.department)}-${seriesPart(service)}`;
    const subject = earlier.length === 0 ? applicationId : `${applicationId}/${earlier.length}`;
    const running = await this.numbers.next(`certificate/${series}/${dayOf(now).slice(0, 4)}`, subject);
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
        ...(validTo && { validTo }),
      },
      await this.printOf(service, application, { number, registered: first?.number ?? number, now }, validTo),
    );
  }

  private async printOf(
    service: ServiceDefinition,
    application: ApplicationSnapshot,
    issue: Issue,
    validTo: IsoDate | undefined,
  ): Promise<Pick<PrintJob, 'template' | 'title' | 'data'>> {
    const template = this.installation.templateOf(service.department, service.id);
    const officer = application.decision && (await this.officers.find(application.decision.by));
    const facts = factsOfIssue(application, issue, officer?.name);
    return {
      template,
      title: this.translator.say({ key: serviceKey.name(service.id) }, 'en'),
      data: isShared(template)
        ? this.sharedData(service, application, facts, validTo)
        : {
            ...application.answers,
            ...listsIn(service, application.answers),
            ...this.daysInWords(service, application),
            ...facts,
            ...this.officeOf(service),
          },
    };
  }

  private sharedData(
    service: ServiceDefinition,
    application: ApplicationSnapshot,
    facts: Readonly<Record<string, string>>,
    validTo: IsoDate | undefined,
  ): PrintData {
    const { acknowledgementNumber } = application;
    const issuedOn = facts.issued_on ?? '';
    const [department, title, kind] = [
      `departments.${service.department}`,
      serviceKey.name(service.id),
      `document.outcomes.${service.outcome}`,
    ].map((key) => both(this.translator, key));
    const decided = facts.registrar_name !== '';
    const role = both(this.translator, `roles.${deciderOf(service) ?? 'office'}`);
    return {
      department_hi: department?.hi ?? '',
      department_en: department?.en ?? '',
      title_hi: title?.hi ?? '',
      title_en: title?.en ?? '',
      kind_hi: kind?.hi ?? '',
      kind_en: kind?.en ?? '',
      acknowledgement_number: acknowledgementNumber,
      rows: printedRows(service, application, { ...facts, ...(validTo && { valid_to: validTo }) }, this.translator),
      ...(validTo && { valid_from: issuedOn, valid_to: validTo }),
      ...(decided && {
        officer_name: facts.registrar_name ?? '',
        designation_hi: role.hi,
        designation_en: role.en,
      }),
    };
  }

  private officeOf(service: ServiceDefinition): Readonly<Record<string, string>> {
    const { hi, en } = both(this.translator, `roles.${deciderOf(service) ?? 'office'}`);
    return { registrar_office_hi: hi, registrar_office_en: en };
  }

  private daysInWords(service: ServiceDefinition, { answers }: ApplicationSnapshot): Readonly<Record<string, string>> {
    const days = questionsOf(service, answers).filter(({ id, type }) => type === 'date' && answers[id]);
    const pairs = days.flatMap(({ id }) => [
      [`${id}_words_hi`, this.printed.day(answers[id] ?? '', 'hi')],
      [`${id}_words_en`, this.printed.day(answers[id] ?? '', 'en')],
    ]);
    return Object.fromEntries(pairs);
  }
}

/** An application is approved first; what nobody has to decide is confirmed. */
const isDue = ({ status }: ApplicationSnapshot): boolean => status === 'approved' || status === 'confirmed';

const isShared = (template: string): boolean => !template.startsWith('services/');

/** What is known of the issue itself, under the names that services print it by. */
const factsOfIssue = (
  { answers, decision, acknowledgementNumber }: ApplicationSnapshot,
  { number, registered, now }: Issue,
  officer = '',
): Readonly<Record<string, string>> => ({
  number,
  acknowledgement_number: acknowledgementNumber,
  registration_number: answers.registration_no ?? registered,
  registration_date: dayOf(decision?.at ?? now),
  issued_on: dayOf(now),
  valid_from: dayOf(now),
  registrar_name: officer,
});

/** Each list by its name, as rows of a table. */
const listsIn = (service: ServiceDefinition, answers: Answers): PrintData =>
  Object.fromEntries(
    service.questions.filter(({ type }) => type === 'list').map((list) => [list.id, entriesIn(list, answers)]),
  );

/** `birth-certificate` numbers its certificates `BIRTH`. */
const seriesPart = (service: ServiceDefinition): string => (service.id.split('-')[0] ?? service.id).toUpperCase();

const PUBLIC_TYPES: ReadonlySet<QuestionType> = new Set(['date', 'slot', 'choice']);

/** What a stranger may compare with the paper in his hand: days and choices as they are, names by their first letters. */
const publicFacts = (service: ServiceDefinition, { answers }: ApplicationSnapshot): { id: string; value: string }[] =>
  (service.printed ?? []).flatMap((id) => {
    const question = service.questions.find((each) => each.id === id);
    const answer = answers[id];
    if (!question || !answer) return [];
    if (question.type === 'person-name') return [{ id, value: maskName(answer) }];
    return PUBLIC_TYPES.has(question.type) ? [{ id, value: answer }] : [];
  });
