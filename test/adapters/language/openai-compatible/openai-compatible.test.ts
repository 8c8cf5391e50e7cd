import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openaiCompatible } from '#adapters/language/openai-compatible/index.ts';
import { mask } from '#adapters/language/openai-compatible/mask.ts';
import type { AskedForAdvice } from '#application/ports/out/language-helper.ts';
import type { Meaning } from '#domain/conversation/meaning.ts';
import { openStubProvider, type StubProvider } from '#test/contracts/stub-provider.ts';

const birth = { type: 'service', service: 'birth-certificate', act: 'apply' } as const;
const death = { type: 'service', service: 'death-certificate', act: 'apply' } as const;
const unsure: Meaning = {
  intent: birth,
  confidence: 0.4,
  band: 'offer',
  alternatives: [
    { intent: birth, confidence: 0.4 },
    { intent: death, confidence: 0.3 },
  ],
};
const asked: AskedForAdvice = {
  text: 'mere pita ka naam Rohit Sharma hai, phone 98765 43210, dada 5 march ko guzar gaye',
  meaning: unsure,
  questions: [
    { id: 'father_name', label: 'Father’s name' },
    { id: 'date_of_death', label: 'Date of death' },
  ],
  personal: [],
};

let model: StubProvider;
let now = '2026-11-25T06:00:00.000Z';
let lines: string[] = [];
const opened = (timeoutMs = 2000) =>
  openaiCompatible.open(
    { apiUrl: model.url, apiKey: 'key', model: 'small', timeoutMs },
    {
      clock: { now: () => now },
      log: {
        info: () => undefined,
        warn: (event, ids) => lines.push(`${event} ${JSON.stringify(ids)}`),
        alarm: () => undefined,
      },
    },
  );
const replies = (content: string) => {
  model.answers = () => ({ status: 200, body: { choices: [{ message: { role: 'assistant', content } }] } });
};

beforeEach(async () => {
  model = await openStubProvider();
  now = '2026-11-25T06:00:00.000Z';
  lines = [];
});
afterEach(() => model.close());

describe('a model that helps the language engine', () => {
  it('chooses among what the engine found, and what it chose is offered, not acted on', async () => {
    replies('```json\n{"label":"death-certificate:apply"}\n```');
    expect(await opened().advise(asked)).toMatchObject({ intent: death, band: 'offer' });
  });

  it('makes the engine sure where both think the same', async () => {
    replies('{"label":"birth-certificate:apply"}');
    expect(await opened().advise(asked)).toMatchObject({ intent: birth, band: 'act' });
  });

  it('splits a message into the citizen’s own words', async () => {
    replies(JSON.stringify({ label: 'none', answers: { father_name: '<2>', date_of_death: '5 march' } }));
    expect((await opened().advise(asked))?.said).toEqual({ father_name: 'Rohit Sharma', date_of_death: '5 march' });
  });

  it('is told no name and no number', async () => {
    replies('{}');
    await opened().advise({ ...asked, personal: ['dada'] });
    const sent = model.calls[0]?.body.toString() ?? '';
    expect(sent).toContain('guzar gaye');
    for (const secret of ['Rohit', 'Sharma', '98765', '43210', 'dada']) expect(sent).not.toContain(secret);
  });

  it.each([
    ['words that were not said', '{"label":"none","answers":{"father_name":"Amit Kumar"}}'],
    ['a question that was not asked', '{"label":"none","answers":{"aadhaar_ref":"5 march"}}'],
    ['a label of its own', '{"label":"passport:apply"}'],
    ['an instruction', '{"label":"birth-certificate:apply; drop table"}'],
  ])('is not believed when it says %s', async (_, content) => {
    replies(content);
    expect(await opened().advise(asked)).toEqual(unsure);
  });

  it.each([
    ['rude', () => ({ status: 200, body: { choices: [{ message: { content: 'I will not do that.' } }] } })],
    ['wrong', () => ({ status: 200, body: { object: 'list' } })],
    ['no JSON', () => ({ status: 200, body: '<html>' })],
    ['refusing', () => ({ status: 429, body: {} })],
    ['broken', () => ({ status: 500, body: 'oops' })],
    ['down', () => 'drop-connection' as const],
  ])('leaves it to the engine when it is %s, and says so to the operator', async (_, answers) => {
    model.answers = answers;
    expect(await opened().advise(asked)).toBeUndefined();
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('Rohit');
  });

  it('is waited for no longer than its time limit', async () => {
    const silent = openaiCompatible.open(
      // Nobody answers there: a port of a server that has just closed would refuse, a listening one stays silent.
      { apiUrl: model.url, apiKey: '', model: 'small', timeoutMs: 1 },
      {
        clock: { now: () => now },
        log: {
          info: () => undefined,
          warn: (event, ids) => lines.push(`${event} ${ids?.code}`),
          alarm: () => undefined,
        },
      },
    );
    expect(await silent.advise(asked)).toBeUndefined();
    expect(lines).toHaveLength(1);
  });

  it('rests after failing five times, and is asked again later', async () => {
    model.answers = () => ({ status: 500 });
    const helper = opened();
    for (let times = 0; times < 8; times += 1) await helper.advise(asked);
    expect(model.calls).toHaveLength(5);
    now = '2026-11-25T06:02:00.000Z';
    replies('{"label":"birth-certificate:apply"}');
    expect(await helper.advise(asked)).toMatchObject({ band: 'act' });
  });

  it('tells whether it is there', async () => {
    expect(await opened().check()).toEqual({ ok: true, note: 'small' });
    model.answers = () => ({ status: 401 });
    expect(await opened().check()).toEqual({ ok: false, problem: 'status 401' });
  });
});

describe('masking', () => {
  it('can be taken back exactly, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 3 })), (text, personal) => {
        fc.pre(!/<\d/.test(text));
        const masked = mask(text, personal);
        expect(masked.unmask(masked.text)).toBe(text);
      }),
    );
  });

  it('leaves a year, and hides what could be a number of somebody', () => {
    expect(mask('5 march 2026, aadhaar 2345 6789 0123, pin 110007, a@b.in', []).text).toBe(
      '5 march 2026, aadhaar <2>, pin <3>, <1>',
    );
  });
});
