import { entryValues, serviceKey } from '#domain/catalogue/catalogue.ts';
import type { Question, QuestionType, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { type Phrase, phrase } from '#domain/shared/phrase.ts';
import { shorten } from '../split-text.ts';

/** Puts a phrase into the words of the Flow's language. */
export type Say = (phrase: Phrase) => string;

export type Component = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What the data of a screen hold, as Flow JSON declares it. */
export type DataModel = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Option {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

// Meta's limits, in letters.
const LABEL = 20;
const RADIO_LABEL = 30;
const DATE_LABEL = 40;
const SAME_LABEL = 120;
const OPTION = 30;
const DESCRIPTION = 300;
const BODY = 4096;
/** More than this is easier found in a list that opens. */
const MOST_RADIOS = 8;

/** A place that is filled on the phone: from what our endpoint said, or from what was entered. */
export const fromData = (name: string): string => `\${data.${name}}`;
export const fromForm = (name: string): string => `\${form.${name}}`;

/** Names of fields hold neither dots nor dashes. */
export const nameOf = (question: string): string => question.replaceAll('.', '__').replaceAll('-', '_');
export const sameNameOf = (question: string): string => `same_${nameOf(question)}`;

const WRITTEN: Readonly<Partial<Record<QuestionType, string>>> = {
  text: 'text',
  'person-name': 'text',
  'id-number': 'text',
  'account-number': 'text',
  number: 'text',
  money: 'text',
  phone: 'phone',
  email: 'email',
};
const LONG: Readonly<Partial<Record<QuestionType, number>>> = { address: 500, 'long-text': 1000 };

/** Whether an answer can be shown in its field again. */
export const isWritten = ({ type }: Question): boolean => WRITTEN[type] !== undefined || LONG[type] !== undefined;

/** The parts of a screen for one question: the sentence that asks it, and its field. */
export function fieldOf(service: ServiceDefinition, question: Question, say: Say): readonly Component[] {
  const name = nameOf(question.id);
  const common = { name, visible: fromData(`show_${name}`), required: fromData(`need_${name}`) };
  const ask = say(phrase(serviceKey.ask(service.id, question.id), entryValues(question.id)));
  return [
    { type: 'TextBody', text: shorten(firstSentence(ask), BODY), visible: common.visible },
    ...sameField(service, question, say),
    { ...common, ...inputOf(service, question, say) },
  ];
}

function sameField({ id }: ServiceDefinition, question: Question, say: Say): readonly Component[] {
  if (!question.sameAs) return [];
  const label = `${say(phrase('form.sameAs'))}: ${say(phrase(serviceKey.label(id, question.sameAs), entryValues(question.sameAs)))}`;
  const visible = fromData(`show_${nameOf(question.id)}`);
  return [{ type: 'OptIn', name: sameNameOf(question.id), label: shorten(label, SAME_LABEL), visible }];
}

function inputOf(service: ServiceDefinition, question: Question, say: Say): Component {
  const { type, max, min } = question;
  const label = (length: number): string =>
    shorten(say(phrase(serviceKey.label(service.id, question.id), entryValues(question.id))), length);
  const init = { 'init-value': fromData(`init_${nameOf(question.id)}`) };
  const longest = LONG[type];
  if (longest !== undefined)
    return { type: 'TextArea', label: label(LABEL), 'max-length': Math.min(max ?? longest, longest), ...init };
  if (type === 'date') return { type: 'DatePicker', label: label(DATE_LABEL) };
  const written = WRITTEN[type];
  if (written !== undefined)
    return { type: 'TextInput', label: label(LABEL), 'input-type': written, 'max-chars': lettersOf(question), ...init };
  const options = optionsOf(service, question, say);
  if (type === 'multi-choice') {
    const most = Math.min(max ?? options.length, options.length);
    // Whether "none" was ticked beside others is for us to tell.
    const bounds = { 'min-selected-items': Math.max(min ?? 1, 1), 'max-selected-items': most };
    return {
      type: 'CheckboxGroup',
      label: label(RADIO_LABEL),
      'data-source': options,
      ...(question.optional ? {} : bounds),
    };
  }
  if (question.choicesBy)
    return { type: 'Dropdown', label: label(LABEL), 'data-source': fromData(`options_${nameOf(question.id)}`) };
  if (options.length > MOST_RADIOS) return { type: 'Dropdown', label: label(LABEL), 'data-source': options };
  return { type: 'RadioButtonsGroup', label: label(RADIO_LABEL), 'data-source': options };
}

const TEXT_LETTERS = 150;
const lettersOf = ({ type, max }: Question): number =>
  type === 'text' || type === 'person-name' ? Math.min(max ?? TEXT_LETTERS, 500) : 80;

export function optionsOf(service: ServiceDefinition, question: Question, say: Say): readonly Option[] {
  const values = question.type === 'yes-no' ? ['yes', 'no'] : (question.choices ?? []);
  return values.map((id) => {
    const key = question.type === 'yes-no' ? `form.${id}` : serviceKey.choice(service.id, question.id, id);
    const label = say(phrase(key));
    const title = shorten(label, OPTION);
    return { id, title, ...(title !== label && { description: shorten(label, DESCRIPTION) }) };
  });
}

/** What the data of the screen say about one question. */
export function modelOf(service: ServiceDefinition, question: Question, say: Say): DataModel {
  const name = nameOf(question.id);
  const yes = { type: 'boolean', __example__: true };
  return {
    [`show_${name}`]: yes,
    [`need_${name}`]: yes,
    ...(isWritten(question) && { [`init_${name}`]: { type: 'string', __example__: '' } }),
    ...(question.choicesBy && {
      [`options_${name}`]: {
        type: 'array',
        items: {
          type: 'object',
          properties: { id: { type: 'string' }, title: { type: 'string' }, description: { type: 'string' } },
        },
        __example__: optionsOf(service, question, say).slice(0, 2),
      },
    }),
  };
}

/** What follows it tells how to answer in a chat, which a field shows by itself. */
const firstSentence = (text: string): string => text.split(/(?<=[?।])\s|(?<=\.)\s(?=\p{Lu})/u)[0] ?? text;
