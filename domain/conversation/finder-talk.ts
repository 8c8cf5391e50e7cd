import { describeAnswer } from '../answers/describe-answer.ts';
import { type Finding, findSchemes } from '../catalogue/scheme-finder.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { lines, type Phrase, type PhraseValue, phrase } from '../shared/phrase.ts';
import { command } from './commands.ts';
import type { Form } from './conversation.ts';
import { LIST_ROWS } from './list-rows.ts';
import type { Choice } from './message.ts';
import { labelOf } from './showing.ts';
import { choice, type TurnInHand } from './turn.ts';

/** What somebody may have, what hangs on something unsaid, and what is not for him and why. Nothing of it is kept. */
export function sayFindings(turn: TurnInHand, service: ServiceDefinition, form: Form, before?: Phrase): void {
  const findings = findSchemes(service, form.answers, turn.today);
  const of = (verdict: Finding['verdict']) => findings.filter((each) => each.verdict === verdict);
  const [likely, maybe, no] = [of('likely'), of('maybe'), of('no')];
  turn.endForm();
  const why = no.length > 0 ? [phrase('finder.no'), ...no.map((each) => noLine(service, form, each))] : [];
  const first = [...(before ? [before] : []), ...why];
  if (first.length > 0) turn.say(lines(...first));
  turn.say(
    lines(
      phrase(likely.length > 0 ? 'finder.likely' : 'finder.nothingLikely'),
      ...likely.map((each) => phrase('finder.likelyLine', valuesOf(service, each))),
      ...(maybe.length > 0 ? [phrase('finder.maybe'), ...maybe.map((each) => maybeLine(service, each))] : []),
    ),
    { choices: ways(turn, [...likely, ...maybe]), listTitle: phrase('form.choose') },
  );
}

const valuesOf = ({ id }: ServiceDefinition, { scheme }: Finding): Record<string, PhraseValue> => ({
  scheme: { phrase: phrase(`services.${id}.schemes.${scheme.id}.name`) },
  benefit: { phrase: phrase(`services.${id}.schemes.${scheme.id}.benefit`) },
});

const maybeLine = (service: ServiceDefinition, finding: Finding): Phrase =>
  phrase('finder.maybeLine', {
    ...valuesOf(service, finding),
    missing: { list: finding.because.map((name) => labelOf(service, name)) },
  });

/** "Age: 45" says which of the answers speaks against it. */
const noLine = (service: ServiceDefinition, { answers }: Form, finding: Finding): Phrase => {
  const reasons = finding.because.flatMap((name): PhraseValue[] => {
    const question = service.questions.find(({ id }) => id === name);
    const answer = answers[name] ?? question?.presumed;
    if (!question || !answer) return [];
    const values = { label: labelOf(service, name), answer: describeAnswer(service.id, question, answer) };
    return [{ phrase: phrase('form.answerLine', values) }];
  });
  return phrase('finder.noLine', { ...valuesOf(service, finding), reasons: { list: reasons } });
};

/** A tap to apply for each that can be had here, the likely ones first. */
function ways(turn: TurnInHand, findings: readonly Finding[]): readonly Choice[] {
  const services = [...new Set(findings.flatMap(({ scheme }) => scheme.service ?? []))];
  const here = services.filter((id) => turn.context.catalogue.find(id));
  return [
    ...here.slice(0, LIST_ROWS - 1).map((id) => choice(command.apply(id), `services.${id}.menu`)),
    choice(command.services, 'menu.services'),
  ];
}
