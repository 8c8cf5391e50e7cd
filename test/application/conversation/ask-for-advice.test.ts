import { beforeEach, describe, expect, it } from 'vitest';
import { AskForAdvice, adviceKey } from '#application/conversation/ask-for-advice.ts';
import type { AskedForAdvice, LanguageHelper } from '#application/ports/out/language-helper.ts';
import type { Talk, WaitingEntry } from '#application/ports/out/talks.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import type { Meaning } from '#domain/conversation/meaning.ts';
import { freshConversation } from '#domain/conversation/turn.ts';
import { catalogue, translator } from '#test/kit/dialogue.ts';

const at = '2026-11-25T06:00:00.000Z';
const intent = { type: 'service', service: 'birth-certificate', act: 'apply' } as const;
let band: Meaning['band'];
let asked: AskedForAdvice[];
let talks: Talk[];
let fails: boolean;

const helper: LanguageHelper = {
  name: 'a mind',
  advise: async (about) => {
    asked.push(about);
    return { ...about.meaning, band: 'act' };
  },
  check: async () => ({ ok: true }),
};
const alarms: string[] = [];
const asking = (help: LanguageHelper | undefined) =>
  new AskForAdvice(
    {
      peek: async () => {
        if (fails) throw new Error('no database');
        return talks;
      },
    },
    { understand: () => ({ intent, band, confidence: 0.5, alternatives: [{ intent, confidence: 0.5 }] }) },
    help,
    translator,
    catalogue,
    { now: () => at },
    { info: () => undefined, warn: () => undefined, alarm: (event) => alarms.push(event) },
  );

const entry = (text: string, seq = 1): WaitingEntry => ({
  citizenId: 'c',
  source: 'whatsapp',
  sourceId: String(seq),
  at,
  seq,
  attempts: 0,
  event: { type: 'heard', content: { type: 'text', text } },
});
const saying = (text: string, conversation?: Conversation): void => {
  talks = [{ citizenId: 'c', conversation, entries: [entry(text)] }];
};

beforeEach(() => {
  band = 'offer';
  asked = [];
  fails = false;
  alarms.length = 0;
});

describe('asking for advice', () => {
  it('asks about what the engine is not sure of, and hands the answer to the turn', async () => {
    saying('woh kagaz chahiye');
    const advice = await asking(helper).on(10);
    expect(advice.get(adviceKey(entry('')))).toMatchObject({ band: 'act' });
    expect(asked).toMatchObject([{ text: 'woh kagaz chahiye', questions: [], personal: [] }]);
  });

  it('asks nobody about what is sure and short', async () => {
    band = 'act';
    saying('birth certificate');
    expect((await asking(helper).on(10)).size).toBe(0);
    expect(asked).toEqual([]);
  });

  it('has long messages split, but never for what is sensitive, and keeps given answers in the house', async () => {
    band = 'act';
    saying('beti 5 march ko Lok Nayak mein hui maa Kavita aur pita Rohit', {
      ...freshConversation('hi'),
      form: {
        applicationId: 'a',
        serviceId: 'birth-certificate',
        version: '1',
        answers: { mother_name: 'Kavita' },
        papers: {},
        papersSkipped: [],
        asking: { what: 'question', question: 'child_dob', tries: 0 },
        step: 1,
        startedAt: at,
      },
    });
    await asking(helper).on(10);
    expect(asked[0]?.personal).toEqual(['Kavita']);
    const ids = asked[0]?.questions.map(({ id }) => id) ?? [];
    expect(ids).toContain('child_dob');
    expect(ids).not.toContain('aadhaar_ref');
  });

  it('takes no part where no helper is configured', async () => {
    saying('kuch');
    fails = true;
    expect((await asking(undefined).on(10)).size).toBe(0);
    expect(alarms).toEqual([]);
  });

  it('keeps no turn back when it fails, and says so to the operator', async () => {
    fails = true;
    expect((await asking(helper).on(10)).size).toBe(0);
    expect(alarms).toEqual(['language-help.failed']);
  });
});
