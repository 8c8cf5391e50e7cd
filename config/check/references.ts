import type { Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';

/** What names a question must name one, and what is called by a name is called so once. */
export function wrongReferences(service: ServiceDefinition): readonly string[] {
  const { questions, papers = [], rules = [], notices = [] } = service;
  const ids = new Set(questions.map(({ id }) => id));
  const called = [
    ...twice([...questions, ...papers].map(({ id }) => id)),
    ...twice(rules.map(({ id }) => id)),
    ...twice(notices.map(({ id }) => id)),
    ...twice((service.finder?.schemes ?? []).map(({ id }) => id)),
  ];
  return [
    ...called.map((id) => `two things are called ${id}`),
    ...namedBy(service)
      .filter((id) => !ids.has(id))
      .map((id) => `no question is called ${id}`),
    ...questions.flatMap((question) => wrongIn(question, questions)),
    ...questions.flatMap((question) => wrongItems(question, questions)),
  ];
}

const twice = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at);

const namedBy = ({ papers = [], dues, place, subject = [], booking, complaint, validity }: ServiceDefinition) => [
  ...papers.flatMap(({ implies = {} }) => Object.keys(implies)),
  ...(dues ? [dues.account] : []),
  ...(place === undefined ? [] : [place]),
  ...subject,
  ...(booking ? [booking.slot, ...booking.resource] : []),
  ...(complaint?.merge ? [complaint.merge.place, ...complaint.merge.same] : []),
  ...(validity?.until.value ?? []).filter((end) => !/^(issued\+\d+[dmy]|financial-year-end)$/.test(end)),
];

/** What one question says of others, among those that it may speak of. */
function wrongIn(question: Question, others: readonly Question[]): readonly string[] {
  const { id, type, sameAs, choicesBy, notBefore, notAfter, presumed, choices, none } = question;
  const named = [sameAs, choicesBy?.question, ...[notBefore, notAfter].filter((bound) => !isBound(bound))];
  return [
    ...named
      .filter((name) => name !== undefined && !others.some((other) => other.id === name))
      .map((name) => `no question is called ${name}`),
    ...(presumed !== undefined && choices && !choices.includes(presumed)
      ? [`what is presumed for ${id} is not among its choices`]
      : []),
    ...(none !== undefined && !choices?.includes(none) ? [`${none} of ${id} is not among its choices`] : []),
    ...(['choice', 'multi-choice'].includes(type) && (choices ?? []).length === 0 ? [`${id} has no choices`] : []),
    ...(/[./]/.test(id) ? [`${id} has a dot or a slash in its name`] : []),
    ...twice(choices ?? []).map((value) => `${id} has the choice ${value} twice`),
    ...(choicesBy ? wrongChoicesBy(question, others) : []),
  ];
}

/** `today-21d`, or a day; else it names a question. */
const isBound = (bound: string | undefined): boolean =>
  bound === undefined || /^(today([+-]\d{1,5}[dmy])?|\d{4}-\d{2}-\d{2})$/.test(bound);

/** Whatever the other question's answer is, something must be left to choose. */
function wrongChoicesBy({ id, choicesBy, choices = [] }: Question, others: readonly Question[]): readonly string[] {
  const of = choicesBy?.of ?? {};
  const values = others.find((other) => other.id === choicesBy?.question)?.choices ?? [];
  return [
    ...values.filter((value) => of[value]?.length === 0).map((value) => `${id} has no choice for ${value}`),
    ...Object.keys(of)
      .filter((value) => !values.includes(value))
      .map((value) => `${id} has choices for ${value}, which is never answered`),
    ...[...new Set(Object.values(of).flat())]
      .filter((value) => !choices.includes(value))
      .map((value) => `${value} is not among the choices of ${id}`),
  ];
}

function wrongItems({ id, type, items }: Question, questions: readonly Question[]): readonly string[] {
  if (type !== 'list') return items ? [`${id} has items but is no list`] : [];
  if (!items || items.length === 0) return [`the list ${id} has no items`];
  return [
    ...twice(items.map((item) => item.id)).map((item) => `two items of ${id} are called ${item}`),
    ...items.filter((item) => item.id === 'another').map(() => `an item of ${id} must not be called another`),
    ...items.filter((item) => item.type === 'list').map((item) => `a list within a list: ${item.id} of ${id}`),
    ...items.flatMap((item) => wrongIn(item, [...items, ...questions])),
  ];
}

/** What each kind of service cannot do without. */
export function missingParts({ kind, questions, booking, dues, finder, steps }: ServiceDefinition): readonly string[] {
  const slot = questions.find(({ id }) => id === booking?.slot);
  return [
    ...(kind === 'booking' && !booking ? ['a booking without its plan'] : []),
    ...(booking && slot && slot.type !== 'slot' ? [`${slot.id} is no slot`] : []),
    ...(kind === 'payment' && !dues ? ['a payment without its dues'] : []),
    ...(kind === 'information' && !finder ? ['an information service without its schemes'] : []),
    ...(['application', 'complaint'].includes(kind) && steps.length === 0
      ? ['nobody decides it: it has no steps']
      : []),
  ];
}

/** It may come with another release, or it is misspelt. */
export const unknownServices = (
  { validity, finder }: ServiceDefinition,
  installed: readonly ServiceDefinition[],
): readonly string[] =>
  [validity?.renewBy, ...(finder?.schemes ?? []).map(({ service }) => service)]
    .filter((id) => id !== undefined && !installed.some((service) => service.id === id))
    .map((id) => `no service is called ${id}`);
