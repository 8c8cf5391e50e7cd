import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { isForSelf, isOwnFact, isOwnPaper } from '#domain/catalogue/own-facts.ts';
import type { Dated, PaperRequirement } from '#domain/catalogue/service-definition.ts';
import type { GivenPaper } from '#domain/conversation/conversation.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { dayOf, daysBetween } from '#domain/shared/time.ts';
import type { RecallAsked, Recalled, Recalling } from '../ports/in/recalling.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Consents, Papers, ServiceApplications } from '../ports/out/repositories.ts';

const nothing: Recalled = { answers: {}, papers: {} };

/** Finds what a citizen told in earlier applications for himself, so that he need not tell it again. */
export class RecallAnswers implements Recalling {
  private readonly applications: ServiceApplications;
  private readonly papers: Papers;
  private readonly consents: Consents;
  private readonly catalogue: Catalogue;
  private readonly paperDays: Dated<number>;
  private readonly clock: Clock;

  constructor(
    applications: ServiceApplications,
    papers: Papers,
    consents: Consents,
    catalogue: Catalogue,
    paperDays: Dated<number>,
    clock: Clock,
  ) {
    this.applications = applications;
    this.papers = papers;
    this.consents = consents;
    this.catalogue = catalogue;
    this.paperDays = paperDays;
    this.clock = clock;
  }

  async recall(citizenId: CitizenId, asked: RecallAsked): Promise<Recalled> {
    const held = await this.consents.heldBy(citizenId);
    if (!held.some((consent) => consent.snapshot().purpose === 'reuse')) return nothing;
    const all = await this.applications.of(citizenId);
    const own = all.filter((application) => isForSelf(application.snapshot().answers));
    const [source] = own.filter((application) => this.toldIn(application, asked).length > 0);
    if (!source) return nothing;
    return {
      from: source.snapshot().acknowledgementNumber,
      answers: Object.fromEntries(this.toldIn(source, asked)),
      papers: await this.papersFrom(own, asked),
    };
  }

  /** Only what both services ask about the applicant himself. */
  private toldIn(application: ServiceApplication, { questions }: RecallAsked): [string, string][] {
    const { serviceId, answers } = application.snapshot();
    const service = this.catalogue.find(serviceId);
    return (service?.questions ?? [])
      .filter((question) => isOwnFact(question) && questions.includes(question.id))
      .flatMap(({ id }): [string, string][] => (answers[id] ? [[id, answers[id]]] : []));
  }

  private async papersFrom(
    applications: readonly ServiceApplication[],
    { serviceId, papers }: RecallAsked,
  ): Promise<Readonly<Record<string, GivenPaper>>> {
    const wanted = (this.catalogue.find(serviceId)?.papers ?? []).filter(
      (requirement) => papers.includes(requirement.id) && isOwnPaper(requirement),
    );
    const accepted = applications.filter((application) => application.snapshot().status === 'issued');
    const found: Record<string, GivenPaper> = {};
    for (const application of accepted) {
      for (const { requirement, paperId } of application.snapshot().papers) {
        const type = this.isOwnIn(application, requirement) ? await this.typeOf(paperId) : undefined;
        if (type === undefined) continue;
        for (const { id } of wanted.filter(({ anyOf }: PaperRequirement) => anyOf.includes(type)))
          found[id] ??= { paperId, type };
      }
    }
    return found;
  }

  private isOwnIn(application: ServiceApplication, requirement: string): boolean {
    const service = this.catalogue.find(application.snapshot().serviceId);
    return service?.papers?.some((paper) => paper.id === requirement && isOwnPaper(paper)) ?? false;
  }

  /** What a paper is, unless it is too old to be used again. */
  private async typeOf(paperId: string): Promise<string | undefined> {
    const paper = (await this.papers.find(paperId))?.snapshot();
    const isFresh = paper && daysBetween(dayOf(paper.receivedAt), dayOf(this.clock.now())) <= this.paperDays.value;
    return isFresh ? paper.reading?.type : undefined;
  }
}
