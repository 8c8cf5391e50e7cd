import { beforeEach, describe, expect, it } from 'vitest';
import { RegisterCitizen } from '#application/citizen/register-citizen.ts';
import { FillForm } from '#application/conversation/fill-form.ts';
import { FormTickets } from '#application/form-tickets.ts';
import { FormOver } from '#domain/conversation/errors.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import { catalogue, SimulatedTalk } from '#test/kit/dialogue.ts';
import { aWorld, noWakeup, type World } from '#test/kit/fakes.ts';

const HASHING = { sha256: (data: Uint8Array | string) => String(data), token: () => '' } as ConstructorParameters<
  typeof FillForm
>[3];

let world: World;
let filling: FillForm;
let talk: SimulatedTalk;
let citizenId: string;
let ticket: string;

/** The talk as far as its first question, and stored as a worker would. */
beforeEach(async () => {
  world = aWorld();
  const { store, clock, ids } = world;
  const tickets = new FormTickets((text) => Buffer.from(text).toString('base64url'), clock);
  filling = new FillForm(tickets, store.talks, catalogue, HASHING, clock, noWakeup);
  talk = new SimulatedTalk('en', clock.now());
  for (const id of ['service/household/apply', 'consent/give'])
    talk.hear({ type: 'heard', content: { type: 'choice', id } });
  const point = { channel: 'whatsapp', kind: 'phone', address: '+910000000001' } as const;
  const [citizen] = await new RegisterCitizen(store.citizens, store.transactions, clock, ids).citizensBehind([[point]]);
  citizenId = citizen ?? '';
  const event: TalkEvent = { type: 'heard', content: { type: 'text', text: 'hello' } };
  await store.talks.put([{ citizenId, source: 'whatsapp', sourceId: '1', event, at: clock.now() }]);
  await takeTurn();
  const applicationId = talk.conversation.form?.applicationId ?? '';
  ticket = tickets.issue({ citizenId, applicationId, serviceId: 'household', version: '1', language: 'en' });
});

const takeTurn = () =>
  world.store.talks.take(1, async ({ entries }) => {
    for (const { event } of entries) if (event.type === 'filled') talk.hear(event);
    const done = entries.map(({ seq }) => seq);
    return { conversation: talk.conversation, done, setAside: [], messages: [], jobs: [], said: [] };
  });

const give = (texts: Record<string, string>, same: string[] = []) => filling.give(ticket, { texts, same, papers: [] });

describe('a form beside the talk', () => {
  it('lands in the talk exactly as if it had been said, and says nothing by itself', async () => {
    await give({ zone: 'north', hall: 'azad', needs: 'rice,wheat' });
    await takeTurn();
    expect(talk.conversation.form?.answers).toEqual({ zone: 'north', hall: 'azad', needs: 'rice,wheat' });
    expect(talk.said.at(-1)).toMatchObject({ choices: expect.anything() });
  });

  it('keeps what fits and tells what does not', async () => {
    const { form, problems } = await give({ zone: 'north', hall: 'saket', needs: '' });
    expect(form.answers).toEqual({ zone: 'north' });
    expect(problems.map(({ question, problem }) => [question.id, problem.key])).toEqual([
      ['hall', 'answer.notInList'],
      ['needs', 'answer.required'],
    ]);
  });

  it('knows what waits in the inbox, so that the next screen is the right one', async () => {
    await give({ zone: 'south' });
    const { answers, questions } = await filling.look(ticket);
    expect(answers).toEqual({ zone: 'south' });
    expect(questions.find(({ question }) => question.id === 'hall')?.question.choices).toEqual(['saket']);
  });

  it('tells entries of a list, money in rupees, and what hangs on them', async () => {
    await give({ 'members.1.name': 'Kavita Devi', 'members.1.relation': 'wife', 'members.1.income': '1,20,000' });
    await give({ 'members.1.another': 'yes', 'members.2.name': 'Ravi', 'members.2.relation': 'child' });
    const { answers } = await filling.look(ticket);
    expect(answers).toMatchObject({ 'members.1.income': '12000000', 'members.2.relation': 'child' });
  });

  it('goes on in the talk with what is still open', async () => {
    await give({ zone: 'north', hall: 'azad', needs: 'rice' });
    await takeTurn();
    const id = `form/filled/${talk.conversation.form?.applicationId}`;
    talk.hear({ type: 'heard', content: { type: 'choice', id } });
    expect(talk.conversation.form?.asking).toMatchObject({ what: 'question', question: 'members.1.name' });
  });

  it('is over for a ticket that is forged, late, or of a form that the talk has left', async () => {
    const forged = ticket.replace(citizenId, 'another');
    await expect(filling.look(forged)).rejects.toThrow(FormOver);
    await expect(filling.look('')).rejects.toThrow(FormOver);
    talk.hear({ type: 'heard', content: { type: 'choice', id: 'form/drop' } });
    await give({ zone: 'north' });
    await takeTurn();
    await expect(filling.look(ticket)).rejects.toThrow(FormOver);
    world.clock.advance(25 * 60);
    await expect(give({ zone: 'north' })).rejects.toThrow(FormOver);
  });
});
