import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { ConsentWithdrawn, NotYourOffice } from '#domain/department/errors.ts';
import { type DeskAction, requireMay } from '#domain/department/officer.ts';
import { fileTypeOf } from '#domain/document/file-type.ts';
import { Paper } from '#domain/document/paper.ts';
import { needsPhoto } from '#domain/service-application/complaining.ts';
import { correctedAnswers } from '#domain/service-application/corrections.ts';
import { currentStep } from '#domain/service-application/course.ts';
import { dueAfterRest } from '#domain/service-application/due-date.ts';
import { type Duplicate, requireSeen } from '#domain/service-application/duplicates.ts';
import { ApplicationUnknown, NotAPhoto, PhotoMissing } from '#domain/service-application/errors.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { ApplicationId, CitizenId, PaperId } from '#domain/shared/ids.ts';
import { dayOf, type Instant, type IsoDate } from '#domain/shared/time.ts';
import type { FindDuplicates } from '../find-duplicates.ts';
import type { Deciding, Decision, Given } from '../ports/in/deciding.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { DocumentStore, StoredFile } from '../ports/out/document-store.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { AuditLog, Consents, Officers, Papers, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';
import { following } from '../reactions.ts';

interface Photo {
  readonly id: PaperId;
  readonly file: StoredFile;
}

/** What gives the citizen what he asked for. */
const GRANTS: ReadonlySet<DeskAction> = new Set(['approve', 'allow']);

/** What officers decide. Right office? Fee paid? Still open? Not changed meanwhile? Then it is so, and written down. */
export class DecideApplication implements Pick<Deciding, 'act'> {
  private readonly applications: ServiceApplications;
  private readonly papers: Papers;
  private readonly documents: DocumentStore;
  private readonly officers: Officers;
  private readonly consents: Consents;
  private readonly auditLog: AuditLog;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly catalogue: Catalogue;
  private readonly calendar: Calendar;
  private readonly duplicates: FindDuplicates;
  private readonly clock: Clock;
  private readonly wakeup: Wakeup;
  private readonly ids: Ids;

  constructor(
    applications: ServiceApplications,
    papers: Papers,
    documents: DocumentStore,
    officers: Officers,
    consents: Consents,
    auditLog: AuditLog,
    jobs: Jobs,
    transactions: Transactions,
    catalogue: Catalogue,
    calendar: Calendar,
    duplicates: FindDuplicates,
    clock: Clock,
    wakeup: Wakeup,
    ids: Ids,
  ) {
    this.applications = applications;
    this.papers = papers;
    this.documents = documents;
    this.officers = officers;
    this.consents = consents;
    this.auditLog = auditLog;
    this.jobs = jobs;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.duplicates = duplicates;
    this.clock = clock;
    this.wakeup = wakeup;
    this.ids = ids;
  }

  async act(action: DeskAction, command: Decision & Given): Promise<void> {
    const { officerId, text = '' } = command;
    const photo = action === 'resolve' ? this.photoIn(command) : undefined;
    await this.decide(
      command,
      action,
      (application, now) => {
        switch (action) {
          case 'query':
            return application.raiseQuery(officerId, text, now);
          case 'forward':
            return application.forward(officerId, text, this.dueAfterVisit(application, now), now);
          case 'approve':
            return application.approve(officerId, now);
          case 'reject':
            return application.reject(officerId, text, now);
          case 'start':
            return application.start(officerId, now);
          case 'resolve':
            if (!photo) this.requireThatNoneIsNeeded(application, now);
            return application.resolve(officerId, text, now, photo?.id);
          case 'attend':
          case 'miss':
            return application.endBooking(officerId, action === 'attend', now);
          case 'allow':
            return application.allowAppeal(officerId, text, now);
          case 'dismiss':
            return application.dismissAppeal(officerId, text, now);
          case 'check':
            return application.check(officerId, text, now);
          case 'correct':
            return application.correct(officerId, this.corrected(application, command, now), text, now);
          case 'revoke':
            return application.revoke(officerId, text, now);
        }
      },
      photo,
    );
  }

  /** The days in which the office waited for the citizen's visit do not count. */
  private dueAfterVisit(application: ServiceApplication, now: Instant): IsoDate {
    const { status, step, answers, filedAt, dueOn } = application.snapshot();
    const service = this.catalogue.of(application.snapshot());
    if (status !== 'appointment-needed' || !step || !service) return dueOn;
    const rest = { from: dayOf(step.since), to: dayOf(now) };
    return dueAfterRest(service, answers, { filedOn: dayOf(filedAt), dueOn }, rest, this.calendar.holidays);
  }

  private async decide(
    { officerId, applicationId, seenVersion, knowingly = false }: Decision & { readonly knowingly?: boolean },
    action: DeskAction,
    act: (application: ServiceApplication, now: Instant) => void,
    photo?: Photo,
  ): Promise<void> {
    const officer = await this.officers.find(officerId);
    if (!officer) throw new NotYourOffice();
    const now = this.clock.now();
    await this.transactions.run(async () => {
      const others = GRANTS.has(action) ? await this.othersBeside(applicationId) : [];
      const changed = await this.applications.update(applicationId, (application) => {
        const service = this.catalogue.of(application.snapshot());
        if (!service) throw new ApplicationUnknown();
        const { escalatedTo } = application.snapshot();
        requireMay(officer, action, service, { role: currentStep(application.snapshot())?.role, escalatedTo });
        application.requireVersion(seenVersion);
        requireSeen(others, knowingly);
        act(application, now);
      });
      if (!changed) throw new ApplicationUnknown();
      const { citizenId, serviceId } = changed.snapshot();
      // Thrown inside the transaction, so nothing of the decision stays: nobody decides on data he may not use.
      const held = await this.consents.heldBy(citizenId);
      if (!held.some((consent) => consent.snapshot().purpose === serviceId)) throw new ConsentWithdrawn();
      if (photo) await this.keepPhoto(photo, citizenId, now);
      await this.jobs.add(following(changed.takeEvents()));
      await this.auditLog.append({
        who: `officer:${officerId}`,
        what: others.length > 0 ? `${action} beside others` : action,
        citizenId,
        subjectId: applicationId,
        purpose: serviceId,
        at: now,
      });
    });
    this.wakeup.wake('jobs');
  }

  private corrected(application: ServiceApplication, { corrections = {} }: Given, now: Instant) {
    const service = this.catalogue.of(application.snapshot());
    if (!service) throw new ApplicationUnknown();
    const answers = correctedAnswers(service, application.snapshot().answers, corrections, dayOf(now));
    const about = this.duplicates.markOf(service, answers);
    return { answers, ...(about && { about }) };
  }

  /** @throws NotAPhoto */
  private photoIn({ photo: bytes }: Given): Photo | undefined {
    if (!bytes) return undefined;
    const mime = fileTypeOf(bytes);
    if (!mime?.startsWith('image/')) throw new NotAPhoto();
    return { id: this.ids.next(), file: { bytes, mime } };
  }

  /** @throws PhotoMissing */
  private requireThatNoneIsNeeded(application: ServiceApplication, now: Instant): void {
    const service = this.catalogue.of(application.snapshot());
    if (service && needsPhoto(service, application.snapshot().answers, dayOf(now))) throw new PhotoMissing();
  }

  private async keepPhoto({ id, file }: Photo, citizenId: CitizenId, now: Instant): Promise<void> {
    await this.documents.put(id, citizenId, file);
    await this.papers.add(Paper.receive({ id, citizenId, documentId: id, mime: file.mime, receivedAt: now }));
  }

  private async othersBeside(applicationId: ApplicationId): Promise<readonly Duplicate[]> {
    const state = (await this.applications.find(applicationId))?.snapshot();
    const service = state && this.catalogue.of(state);
    return service ? this.duplicates.of(service, state) : [];
  }
}
