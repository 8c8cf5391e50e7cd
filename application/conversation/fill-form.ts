import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { questionsOf } from '#domain/catalogue/expand-list.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import { questionStates } from '#domain/catalogue/questions.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { Form } from '#domain/conversation/conversation.ts';
import { FormOver } from '#domain/conversation/errors.ts';
import type { FilledEvent } from '#domain/conversation/event.ts';
import { filledWith, readEntered } from '#domain/conversation/filling.ts';
import { dayOf } from '#domain/shared/time.ts';
import type { FormTicket, FormTickets } from '../form-tickets.ts';
import type { Filling, FormInHand, GivenScreen, Problems } from '../ports/in/filling.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Hashing } from '../ports/out/hashing.ts';
import type { Talks } from '../ports/out/talks.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

interface Found {
  readonly ticket: FormTicket;
  readonly service: ServiceDefinition;
  readonly form: Form;
}

/** Lets a citizen fill in a form beside the talk. Nothing is kept here: every screen goes into the inbox of his talk. */
export class FillForm implements Filling {
  private readonly tickets: FormTickets;
  private readonly talks: Talks;
  private readonly catalogue: Catalogue;
  private readonly hashing: Hashing;
  private readonly clock: Clock;
  private readonly wakeup: Wakeup;

  constructor(
    tickets: FormTickets,
    talks: Talks,
    catalogue: Catalogue,
    hashing: Hashing,
    clock: Clock,
    wakeup: Wakeup,
  ) {
    this.tickets = tickets;
    this.talks = talks;
    this.catalogue = catalogue;
    this.hashing = hashing;
    this.clock = clock;
    this.wakeup = wakeup;
  }

  async look(ticket: string): Promise<FormInHand> {
    return this.inHand(await this.find(ticket));
  }

  async give(
    ticketText: string,
    { papers, ...entered }: GivenScreen,
  ): Promise<{ form: FormInHand; problems: Problems }> {
    const found = await this.find(ticketText);
    const { ticket, service, form } = found;
    const today = dayOf(this.clock.now());
    const { answers, problems } = readEntered(service, form.answers, entered, { language: ticket.language, today });
    const wanted = papers.filter(({ requirement }) => service.papers?.some(({ id }) => id === requirement));
    const event: FilledEvent = { type: 'filled', applicationId: form.applicationId, answers, papers: wanted };
    if (Object.keys(answers).length + wanted.length > 0) await this.tell(found, event);
    return { form: this.inHand({ ...found, form: filledWith(service, form, event, today) }), problems };
  }

  /** The provider may send a screen twice: the same told of the same form is one entry. */
  private async tell({ ticket, form }: Found, event: FilledEvent): Promise<void> {
    const sourceId = this.hashing.sha256(JSON.stringify([event, form.answers, form.sent]));
    await this.talks.put([{ citizenId: ticket.citizenId, source: 'form', sourceId, event, at: this.clock.now() }]);
    this.wakeup.wake('talks');
  }

  /** The form with what waits in the inbox: the next screen may come before the turn of the last one. */
  private async find(text: string): Promise<Found> {
    const ticket = this.tickets.open(text);
    const service = this.catalogue.find(ticket.serviceId);
    const talk = await this.talks.find(ticket.citizenId);
    const form = talk?.conversation?.form;
    const isOpen = form?.applicationId === ticket.applicationId && form.asking.what !== 'consent';
    if (!service || service.version !== ticket.version || !talk || !form || !isOpen) throw new FormOver();
    const told = talk.entries
      .map(({ event }) => event)
      .filter((event): event is FilledEvent => event.type === 'filled' && event.applicationId === form.applicationId);
    const today = dayOf(this.clock.now());
    return { ticket, service, form: told.reduce((before, event) => filledWith(service, before, event, today), form) };
  }

  private inHand({ ticket: { language }, service, form }: Found): FormInHand {
    const { applicationId, answers, papers, papersSkipped, sent = [] } = form;
    const today = dayOf(this.clock.now());
    const states = questionStates(service, answers, today);
    const isHere = (id: string): boolean =>
      papers[id] !== undefined || papersSkipped.includes(id) || sent.some(({ requirement }) => requirement === id);
    return {
      applicationId,
      service,
      language,
      answers,
      questions: questionsOf(service, answers).map((question) => ({
        question,
        state: states.get(question.id) ?? 'not-applicable',
      })),
      papers: neededPapers(service, answers, today)
        .filter(({ need, paper }) => need !== 'undecided' && !isHere(paper.id))
        .map(({ paper }) => paper),
    };
  }
}
