import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import { openQuestions } from '#domain/catalogue/questions.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';

/** What a service makes of some answers on one day; for tests of its data. */
export const judging = (service: ServiceDefinition, today = '2026-11-25') => {
  const judged = (answers: Answers) => judge(service, answersAsFacts(service, answers, today), today);
  return {
    blockedBy: (answers: Answers): string[] => judged(answers).blocking.map(({ id }) => id),
    warnedBy: (answers: Answers): string[] => judged(answers).warnings.map(({ id }) => id),
    required: (answers: Answers): string[] =>
      neededPapers(service, answers, today).flatMap(({ paper, need }) => (need === 'required' ? [paper.id] : [])),
    asked: (answers: Answers): string[] => openQuestions(service, answers, today).map(({ id }) => id),
  };
};
