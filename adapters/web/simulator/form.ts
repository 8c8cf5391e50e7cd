import { z } from 'zod';
import type { FormField, FormStep, FormView } from './page/api.ts';
import type { StandInForm } from './stand-in.ts';

const bound = z.record(z.string(), z.unknown());
const options = z.array(z.object({ id: z.string(), title: z.string() })).catch([]);
const component = z.looseObject({ type: z.string() });
const screens = z.array(
  z.object({
    id: z.string(),
    title: z.string().catch(''),
    layout: z.object({ children: z.array(component) }),
  }),
);
type Answer = StandInForm['shown'];

/** The screen that a form shows, its places filled from what the endpoint said. */
export function viewOf({ json }: StandInForm, { status, screen: id, data = {} }: Answer): FormView {
  if (status !== 200) return { state: 'over' };
  if (id === 'SUCCESS') return { state: 'sent' };
  const screen = screens.parse(json.screens).find((each) => each.id === id);
  if (!screen) return { state: 'over' };
  const parts = screen.layout.children.map((each) => bound.parse(filled(each, data)));
  const shown = parts.filter(({ visible }) => visible !== false);
  const footer = shown.find(({ type }) => type === 'Footer');
  return {
    state: 'open',
    screen: screen.id,
    title: screen.title,
    ...(typeof data.error_message === 'string' && { problem: data.error_message }),
    fields: shown.filter(({ type }) => type !== 'Footer').map(fieldOf),
    send: { label: textOf(footer?.label), payload: payloadOf(footer) },
  };
}

/** What is sent with a step: files as the phone's picker hands them over. */
export const sentData = (form: StandInForm, { data, files }: Extract<FormStep, { type: 'send' }>): object => ({
  ...data,
  ...Object.fromEntries(
    Object.entries(files).map(([key, { name, base64 }]) => [key, [form.picked(Buffer.from(base64, 'base64'), name)]]),
  ),
});

const fieldOf = (part: Record<string, unknown>): FormField => ({
  type: textOf(part.type),
  text: textOf(part.text),
  label: textOf(part.label),
  name: textOf(part.name),
  value: textOf(part['init-value']),
  inputType: textOf(part['input-type']),
  isRequired: part.required === true,
  options: options.parse(part['data-source']),
  hint: textOf(part.description),
  accept: z.array(z.string()).catch([]).parse(part['allowed-mime-types']).join(),
  payload: payloadOf(part),
});

/** What a tap sends. */
const payloadOf = (part: Record<string, unknown> | undefined): Record<string, unknown> =>
  z.object({ payload: z.record(z.string(), z.unknown()) }).safeParse(part?.['on-click-action']).data?.payload ?? {};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every `${data.x}` becomes what the endpoint said under that name; what the citizen enters is left to the page. */
function filled(value: unknown, data: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, data));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, data)]));
  const name = typeof value === 'string' ? /^\$\{data\.(\w+)\}$/.exec(value)?.[1] : undefined;
  return name === undefined ? value : data[name];
}
