import { givenAnswer } from './expand-list.ts';
import type { Answers, Dated, Question, ServiceDefinition } from './service-definition.ts';

/** Which local body governs a PIN, as dated data of the installation. */
export type LocalBodies = Dated<{
  readonly ndmc: readonly string[];
  readonly cantonment: readonly string[];
  /** PINs that a border runs through: they say nothing. */
  readonly shared: readonly string[];
  readonly others: { readonly startsWith: string; readonly body: string };
}>;

/** The local body of the place that an application is about; unknown without a PIN that tells it. */
export function localBodyOf(
  definition: Pick<ServiceDefinition, 'questions' | 'place'>,
  answers: Answers,
  { value: { ndmc, cantonment, shared, others } }: LocalBodies,
): string | undefined {
  const place = placeOf(definition);
  const address = place && givenAnswer(place, answers);
  const pin = address && /(?<!\d)[1-9]\d{2}\s?\d{3}(?!\d)/.exec(address)?.[0].replace(/\s/, '');
  if (!pin || shared.includes(pin)) return undefined;
  if (ndmc.includes(pin)) return 'ndmc';
  if (cantonment.includes(pin)) return 'cantonment';
  return pin.startsWith(others.startsWith) ? others.body : undefined;
}

/** Where it happened or stands; where one lives only when nothing else is asked for. */
export function placeOf({ questions, place }: Pick<ServiceDefinition, 'questions' | 'place'>): Question | undefined {
  const places = questions.filter(({ type }) => type === 'address' || type === 'location');
  const isHome = ({ id }: Question): boolean => id === 'present_address' || id === 'permanent_address';
  return place === undefined
    ? (places.find((each) => !isHome(each)) ?? places[0])
    : places.find(({ id }) => id === place);
}
