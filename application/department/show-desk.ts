import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { asksForAnother, questionsOf } from '#domain/catalogue/expand-list.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { holds } from '#domain/catalogue/rule.ts';
import type { ServiceDefinition, Step } from '#domain/catalogue/service-definition.ts';
import { ConsentWithdrawn, NotYourOffice } from '#domain/department/errors.ts';
import { deskActions, handles, mayDo, type Officer } from '#domain/department/officer.ts';
import { compensationFor } from '#domain/service-application/compensation.ts';
import { needsPhoto } from '#domain/service-application/complaining.ts';
import { correctable } from '#domain/service-application/corrections.ts';
import { currentStep } from '#domain/service-application/course.ts';
import { ApplicationUnknown } from '#domain/service-application/errors.ts';
import { stepDueOn } from '#domain/service-application/moments.ts';
import { possibleActs } from '#domain/service-application/possible-acts.ts';
import type { ApplicationSnapshot, ServiceApplication } from '#domain/service-application/service-application.ts';
import { applicationStatuses, isEnded, isWithOfficer } from '#domain/service-application/status.ts';
import { findAcknowledgementNumber } from '#domain/shared/acknowledgement-number.ts';
import type { ApplicationId, OfficerId, PaperId } from '#domain/shared/ids.ts';
import { isZero } from '#domain/shared/money.ts';
import { dayOf, type IsoDate } from '#domain/shared/time.ts';
import type { FindDuplicates } from '../find-duplicates.ts';
import type { Deciding, DeskFile, DeskFilter, DeskList, DeskRow } from '../ports/in/deciding.ts';
import type { AssessTax } from '../ports/out/assess.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { DocumentStore, StoredFile } from '../ports/out/document-store.ts';
import type {
  AuditLog,
  Consents,
  OfficeFilter,
  Officers,
  Papers,
  ServiceApplications,
} from '../ports/out/repositories.ts';

const ROWS_OF_A_PAGE = 50;

/** Shows officers the files of their office. Every look at personal data is written down before it is shown. */
export class ShowDesk implements Pick<Deciding, 'list' | 'view' | 'paper'> {
  private readonly applications: ServiceApplications;
  private readonly papers: Papers;
  private readonly documents: DocumentStore;
  private readonly officers: Officers;
  private readonly consents: Consents;
  private readonly auditLog: AuditLog;
  private readonly catalogue: Catalogue;
  private readonly calendar: Calendar;
  private readonly assessTax: AssessTax;
  private readonly duplicates: FindDuplicates;
  private readonly clock: Clock;

  constructor(
    applications: ServiceApplications,
    papers: Papers,
    documents: DocumentStore,
    officers: Officers,
    consents: Consents,
    auditLog: AuditLog,
    catalogue: Catalogue,
    calendar: Calendar,
    assessTax: AssessTax,
    duplicates: FindDuplicates,
    clock: Clock,
  ) {
    this.applications = applications;
    this.papers = papers;
    this.documents = documents;
    this.officers = officers;
    this.consents = consents;
    this.auditLog = auditLog;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.assessTax = assessTax;
    this.duplicates = duplicates;
    this.clock = clock;
  }

  async list(officerId: OfficerId, asked: DeskFilter): Promise<DeskList> {
    const officer = await this.officerOf(officerId);
    const filter = this.filterOf(officer, asked);
    const count = await this.applications.countInOffice(filter);
    const overdue = await this.applications.countInOffice(lateIn(filter, dayOf(this.clock.now())));
    const pages = Math.max(1, Math.ceil(count / ROWS_OF_A_PAGE));
    const page = Math.min(asked.page ?? 1, pages);
    const before = (page - 1) * ROWS_OF_A_PAGE;
    const part = { order: asked.order ?? 'due', skip: before, limit: ROWS_OF_A_PAGE };
    const found = await this.applications.inOffice(filter, part);
    return { rows: found.map((each) => this.rowOf(each.snapshot())), count, overdue, page, pages, before };
  }

  /** By its number each file is found; else those that joined a case are worked on with it. */
  private filterOf(officer: Officer, { status = 'open', search }: DeskFilter): OfficeFilter {
    const services = this.catalogue.services.filter((service) => handles(officer, service)).map(({ id }) => id);
    const acknowledgementNumber = search && (findAcknowledgementNumber(search) ?? search.trim().toUpperCase());
    if (acknowledgementNumber) return { services, statuses: applicationStatuses, acknowledgementNumber };
    const statuses = STATUSES[status];
    return { services, statuses, isLeading: true, ...(status === 'open' && { checkedBy: officer.role }) };
  }

  async view(officerId: OfficerId, applicationId: ApplicationId): Promise<DeskFile> {
    const { application, service, officer } = await this.fileOf(officerId, applicationId, 'view-application');
    const state = application.snapshot();
    const today = dayOf(this.clock.now());
    const tax = this.assessTax(service, state.answers, today);
    const step = currentStep(state);
    const possible = possibleActs(state);
    const may = deskActions.filter(
      (action) => possible.includes(action) && mayDo(officer, action, service, { role: step?.role, ...state }),
    );
    const duplicates = await this.duplicates.of(service, state);
    const sent = [
      ...state.papers,
      ...(state.query?.papers ?? []).map((paperId) => ({ requirement: 'query', paperId })),
    ];
    // One paper may serve two requirements; it is shown once.
    const once = sent.filter(({ paperId }, at) => sent.findIndex((each) => each.paperId === paperId) === at);
    const all = await Promise.all(
      once.map(async ({ requirement, paperId }) => ({
        requirement,
        paper: (await this.papers.find(paperId))?.snapshot(),
      })),
    );
    return {
      ...this.rowOf(state),
      citizenId: state.citizenId,
      version: state.version,
      kind: state.kind,
      answers: answersOf(service, state, today),
      papers: all.flatMap(({ requirement, paper }) =>
        paper
          ? [
              {
                id: paper.id,
                requirement,
                mime: paper.mime,
                facts: paper.reading?.facts ?? {},
                ...(paper.reading?.type && { type: paper.reading.type }),
              },
            ]
          : [],
      ),
      history: await this.historyOf(state),
      may,
      ...(may.includes('correct') && {
        correctable: correctable(service, state.answers).map(({ id, type, choices = [] }) => ({
          questionId: id,
          type,
          value: state.answers[id] ?? '',
          choices: type === 'yes-no' ? ['yes', 'no'] : choices,
        })),
      }),
      ...(step && state.step && { step: this.stepOf(state, step, service) }),
      ...(state.escalatedTo && { escalatedTo: state.escalatedTo }),
      ...(state.appeal && { appeal: state.appeal.grounds }),
      ...(state.booking && { slot: state.booking.slot }),
      ...(needsPhoto(service, state.answers, today) && { needsPhoto: true }),
      ...(state.joined && { complainants: state.joined.length + 1 }),
      duplicates: duplicates.map(({ application: { acknowledgementNumber, status }, isOfAnother }) => ({
        acknowledgementNumber,
        status,
        isOfAnother,
      })),
      ...(state.secondBecause && { secondBecause: state.secondBecause }),
      ...(tax && { tax }),
      ...(state.certificate && { certificateNumber: state.certificate.number }),
    };
  }

  async paper(officerId: OfficerId, applicationId: ApplicationId, paperId: PaperId): Promise<StoredFile> {
    const { application } = await this.fileOf(officerId, applicationId, 'view-paper');
    const { papers, query, citizenId } = application.snapshot();
    const isHis = papers.some((each) => each.paperId === paperId) || query?.papers.includes(paperId);
    const file = isHis ? await this.documents.get(paperId, citizenId) : undefined;
    if (!file) throw new ApplicationUnknown();
    return file;
  }

  /** The file, when it belongs to the officer's office and its citizen still allows its use. The look is written down. */
  private async fileOf(officerId: OfficerId, applicationId: ApplicationId, what: string) {
    const officer = await this.officerOf(officerId);
    const application = await this.applications.find(applicationId);
    if (!application) throw new ApplicationUnknown();
    const { serviceId, citizenId } = application.snapshot();
    const service = this.catalogue.of(application.snapshot());
    if (!service || !handles(officer, service)) throw new NotYourOffice();
    const held = await this.consents.heldBy(citizenId);
    if (!held.some((consent) => consent.snapshot().purpose === serviceId)) throw new ConsentWithdrawn();
    const at = this.clock.now();
    await this.auditLog.append({
      who: `officer:${officer.id}`,
      what,
      citizenId,
      subjectId: applicationId,
      purpose: serviceId,
      at,
    });
    return { application, service, officer };
  }

  private async officerOf(id: OfficerId): Promise<Officer> {
    const officer = await this.officers.find(id);
    if (!officer) throw new NotYourOffice();
    return officer;
  }

  private stepOf(
    state: ApplicationSnapshot,
    { role, action }: Step,
    service: ServiceDefinition,
  ): NonNullable<DeskFile['step']> {
    const dueOn = stepDueOn(state, { service, ...this.calendar });
    return { role, action, since: state.step?.since ?? state.filedAt, ...(dueOn && { dueOn }) };
  }

  private rowOf(state: ApplicationSnapshot): DeskRow {
    const { id, acknowledgementNumber, serviceId, status, filedAt, dueOn } = state;
    const compensation = compensationFor(state, this.calendar.terms, this.clock.now());
    return {
      id,
      acknowledgementNumber,
      serviceId,
      status,
      submittedAt: filedAt,
      dueOn,
      isOverdue: !isEnded(status) && dueOn < dayOf(this.clock.now()),
      ...(!isZero(compensation) && { compensation }),
    };
  }

  private historyOf({ history }: ReturnType<ServiceApplication['snapshot']>): Promise<DeskFile['history']> {
    return Promise.all(
      history.map(async ({ at, what, by, note }) => {
        const name = by === 'citizen' || by === 'system' ? by : ((await this.officers.find(by))?.name ?? by);
        return { at, what, by: name, ...(note && { note }) };
      }),
    );
  }
}

/** Those of the files whose promise is broken; what is out has kept it. */
function lateIn({ checkedBy: _out, ...filter }: OfficeFilter, today: IsoDate): OfficeFilter {
  const statuses = applicationStatuses.filter((status) => !isEnded(status) && filter.statuses.includes(status));
  return { ...filter, statuses, dueBefore: today };
}

const STATUSES: Readonly<Record<NonNullable<DeskFilter['status']>, readonly string[]>> = {
  open: applicationStatuses.filter(isWithOfficer),
  waiting: applicationStatuses.filter((status) => !isWithOfficer(status) && !isEnded(status)),
  done: applicationStatuses.filter(isEnded),
};

/** Who may complain without his name being known stays unknown at the desk. */
const NAMING: ReadonlySet<string> = new Set(['person-name', 'phone', 'email', 'id-number', 'address']);

function answersOf(service: ServiceDefinition, { answers }: ApplicationSnapshot, today: IsoDate): DeskFile['answers'] {
  const rule = service.complaint?.anonymous;
  const isHidden = rule !== undefined && holds(rule, answersAsFacts(service, answers, today), today) === true;
  return questionsOf(service, answers).flatMap(({ id, type }) => {
    const value = answers[id];
    if (!value || asksForAnother(id) || (isHidden && NAMING.has(type))) return [];
    return [{ questionId: id, type, value }];
  });
}
