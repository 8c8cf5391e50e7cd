import { beforeEach, describe, expect, it } from 'vitest';
import { RecallAnswers } from '#application/service-application/recall-answers.ts';
import { paperDays } from '#config/paper-days.ts';
import { Consent } from '#domain/consent/consent.ts';
import { Paper } from '#domain/document/paper.ts';
import { aCitizen, aServiceApplication } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { aWorld, type World } from '#test/kit/fakes.ts';

let world: World;
let recalling: RecallAnswers;

beforeEach(async () => {
  world = aWorld();
  await aCitizen(world);
  const { applications, papers, consents } = world.store;
  recalling = new RecallAnswers(applications, papers, consents, catalogue, paperDays, world.clock);
});

const answers = { applicant_name: 'Sunita Devi', date_of_birth: '1984-02-10', annual_income: '6000000' };
const asked = {
  serviceId: 'old-age-pension',
  questions: ['applicant_name', 'date_of_birth', 'annual_income'],
  papers: ['age', 'aadhaar'],
};
const recall = () => recalling.recall('citizen-1', asked);
const filed = (more: object) =>
  world.store.applications.add(aServiceApplication({ serviceId: 'widow-pension', answers, ...more }));
const allowReuse = () =>
  world.store.consents.add(
    Consent.give(
      { id: 'c', citizenId: 'citizen-1', purpose: 'reuse', noticeVersion: '1', language: 'hi', channel: 'whatsapp' },
      world.clock.now(),
    ),
  );

describe('recalling what was told', () => {
  it('tells nothing without consent to that use', async () => {
    await filed({});
    expect(await recall()).toEqual({ answers: {}, papers: {} });
  });

  it('tells what is the same from service to service, and nothing else', async () => {
    await filed({});
    await allowReuse();
    const { answers: told, from } = await recall();
    expect(told).toEqual({ applicant_name: 'Sunita Devi', date_of_birth: '1984-02-10' });
    expect(from).toBeDefined();
  });

  it('tells nothing of an application for somebody else', async () => {
    await filed({ answers: { ...answers, on_behalf_of: 'dependent' } });
    await allowReuse();
    expect(await recall()).toEqual({ answers: {}, papers: {} });
  });

  it.each([
    ['issued', 0, true],
    ['submitted', 0, false],
    ['issued', 200, false],
  ] as const)('takes papers of an application that is %s, after %i days: %s', async (status, days, isTaken) => {
    const requirement = catalogue.find('widow-pension')?.papers?.find(({ anyOf }) => anyOf.includes('aadhaar'))?.id;
    await filed({ status, papers: [{ requirement, paperId: 'paper-1' }] });
    const reading = { type: 'aadhaar', quality: 'good', facts: {}, problems: [] } as const;
    await world.store.papers.add(
      Paper.restore({
        id: 'paper-1',
        citizenId: 'citizen-1',
        documentId: 'd',
        mime: 'image/jpeg',
        receivedAt: world.clock.now(),
        reading,
      } as never),
    );
    await allowReuse();
    world.clock.advance(days * 24 * 60);
    const wanted = catalogue.find('old-age-pension')?.papers?.filter(({ anyOf }) => anyOf.includes('aadhaar')) ?? [];
    const papers = wanted.map(({ id }) => id);
    const found = await recalling.recall('citizen-1', { ...asked, papers });
    expect(Object.keys(found.papers).length > 0).toBe(isTaken);
  });
});
