import { serviceKey } from '../catalogue/catalogue.ts';
import { judge } from '../catalogue/eligibility.ts';
import { questionsOf } from '../catalogue/expand-list.ts';
import { sourcesOf } from '../catalogue/facts.ts';
import { factsOf } from '../catalogue/rule.ts';
import type { EligibilityRule, Question, Rule, ServiceDefinition } from '../catalogue/service-definition.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { command } from './commands.ts';
import type { Asking, Form } from './conversation.ts';
import type { Choice } from './message.ts';
import { choice, type TurnInHand } from './turn.ts';

/** The first rule that fails for certain, whatever is still to be answered. */
export const blockingRule = (
  turn: TurnInHand,
  service: ServiceDefinition,
  { answers }: Form,
): EligibilityRule | undefined => judge(service, turn.facts(service, answers), turn.today).blocking[0];

/** The questions whose answers a rule reads, also by way of what is worked out from them. */
export function questionsBehind(service: ServiceDefinition, { answers }: Form, rule: Rule): readonly Question[] {
  const questions = questionsOf(service, answers);
  const found = new Set<Question>();
  const follow = (each: Rule): void => {
    for (const question of factsOf(each).flatMap((fact) => sourcesOf(fact, questions))) {
      if (found.has(question)) continue;
      found.add(question);
      if (question.computed !== undefined) follow(question.computed);
    }
  };
  follow(rule);
  return [...found].filter(({ computed }) => computed === undefined);
}

/** Rows for answers, beside which ways out have their place. */
const MOST_ANSWERS = 7;

/**
 * What stands in the way, and the ways out: the answers that it hangs on, other help, giving up. Said in other words
 * each time, and the third time with a person.
 */
export function blockedMessage(
  service: ServiceDefinition,
  asking: Extract<Asking, { what: 'blocked' }>,
  isShort: boolean,
  answers: readonly Choice[],
  elsewhere: Choice,
): { text: Phrase; choices: readonly Choice[] } {
  const [only, ...others] = answers;
  const change =
    only && others.length === 0 ? [{ ...only, label: phrase('form.changeThis') }] : answers.slice(0, MOST_ANSWERS);
  const isAgain = asking.tries > 0 || isShort;
  return {
    text: blockedText(service, asking, isShort),
    choices: [
      ...change,
      isAgain ? choice(command.human, 'talk.person') : elsewhere,
      choice(command.formCancel, 'form.cancel'),
    ],
  };
}

function blockedText(
  service: ServiceDefinition,
  { rule, tries }: Extract<Asking, { what: 'blocked' }>,
  isShort: boolean,
): Phrase {
  if (isShort) return phrase('form.blockedShort');
  const why = phrase(serviceKey.rule(service.id, rule));
  if (tries === 0) return lines(why, phrase('form.blocked'));
  return tries === 1
    ? lines(phrase('form.stillBlocked'), why)
    : lines(phrase('form.blockedShort'), phrase('talk.personAt'));
}

/** Where else help may be found: by the finder that knows this scheme, or in the list of services. */
export function elsewhereFrom(turn: TurnInHand, service: ServiceDefinition): Choice {
  const finder = turn.context.catalogue.services.find(({ finder }) =>
    finder?.schemes.some((scheme) => scheme.service === service.id),
  );
  return finder && finder.id !== service.id
    ? choice(command.apply(finder.id), 'form.otherSchemes')
    : choice(command.services, 'menu.services');
}
