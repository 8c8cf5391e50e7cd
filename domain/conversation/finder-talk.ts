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
  const why = no.length > 0 ? [phrase('finder.no'), ...noLines(service, form, no)] : [];
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

/** "Widow pension, Saheli card (Sex: Man)": one answer against a scheme is enough, and schemes share theirs. */
function noLines(service: ServiceDefinition, form: Form, findings: readonly Finding[]): readonly Phrase[] {
  const left = new Set(findings);
  const reasons = [...new Set(findings.flatMap(({ because }) => because))];
  const groups: [string | undefined, Finding[]][] = [];
  while (left.size > 0) {
    const sharing = reasons.map((name) => [name, [...left].filter(({ because }) => because.includes(name))] as const);
    const [most] = sharing.toSorted(([, one], [, other]) => other.length - one.length);
    const [name, found] = most && most[1].length > 0 ? [most[0], most[1]] : [undefined, [...left]];
    for (const each of found) left.delete(each);
    groups.push([name, found]);
  }
  return groups.map(([name, found]) => {
    const row = found.map((each) => valuesOf(service, each).scheme ?? '');
    const reason = name === undefined ? undefined : reasonOf(service, form, name);
    return reason === undefined
      ? phrase('finder.noOther', { schemes: { row } })
      : phrase('finder.noLine', { schemes: { row }, reason });
  });
}

/** "Age: 45" says which of the answers speaks against it. */
function reasonOf(service: ServiceDefinition, { answers }: Form, name: string): PhraseValue | undefined {
  const question = service.questions.find(({ id }) => id === name);
  const answer = answers[name] ?? question?.presumed;
  if (!question || !answer) return undefined;
  const values = { label: labelOf(service, name), answer: describeAnswer(service.id, question, answer) };
  return { phrase: phrase('form.answerLine', values) };
}

/** A tap to apply for each that can be had here, the likely ones first. */
function ways(turn: TurnInHand, findings: readonly Finding[]): readonly Choice[] {
  const services = [...new Set(findings.flatMap(({ scheme }) => scheme.service ?? []))];
  const here = services.filter((id) => turn.context.catalogue.find(id));
  return [
    ...here.slice(0, LIST_ROWS - 1).map((id) => choice(command.apply(id), `services.${id}.menu`)),
    choice(command.services, 'menu.services'),
  ];
}
