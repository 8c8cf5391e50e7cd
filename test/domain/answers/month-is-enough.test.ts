import { describe, expect, it } from 'vitest';
import { understandAnswer } from '#domain/answers/understand-answer.ts';
import type { Question } from '#domain/catalogue/service-definition.ts';

const since: Question = { id: 'residence_since', type: 'date', notAfter: 'today', monthIsEnough: true };
const { monthIsEnough: _not, ...exact } = since;
const setting = { today: '2026-11-23' } as const;

describe('a month and a year for a day', () => {
  it.each(['march 2010', 'मार्च 2010', '3/2010', 'मार्च २०१०'])('"%s" is its first day, to be confirmed', (text) => {
    expect(understandAnswer(since, text, setting)).toMatchObject({ ok: true, answer: '2010-03-01', confirm: true });
  });

  it.each(['2010', 'march', 'pata nahi'])('"%s" is too little', (text) => {
    expect(understandAnswer(since, text, setting).ok).toBe(false);
  });

  it('is not enough where the day itself matters', () => {
    expect(understandAnswer(exact, 'march 2010', setting).ok).toBe(false);
  });
});
