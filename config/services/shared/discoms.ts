import type { Question } from '#domain/catalogue/service-definition.ts';

/** The companies that bring electricity, each to its part of Delhi. */
export const discom: Question & { readonly id: 'discom' } = {
  id: 'discom',
  type: 'choice',
  choices: ['brpl', 'bypl', 'tpddl', 'ndmc'],
  master: 'discoms',
};
