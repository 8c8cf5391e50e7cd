import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flowNameOf, flowOf } from '#adapters/channels/whatsapp-cloud/flow.ts';
import { nameOf } from '#adapters/channels/whatsapp-cloud/flow-fields.ts';
import { flowLanguageOf, hasWordsFor } from '#adapters/channels/whatsapp-cloud/flow-language.ts';
import { fileScreenOf, screensOf, waysOn } from '#adapters/channels/whatsapp-cloud/flow-screens.ts';
import { languages } from '#config/languages.ts';
import { services } from '#config/services/index.ts';
import { questionsOf } from '#domain/catalogue/expand-list.ts';
import { factsOf } from '#domain/catalogue/rule.ts';
import { catalogue, translator } from '#test/kit/dialogue.ts';

// Meta's limits, as its documents give them.
const text = (max: number) => z.string().min(1).max(max);
const rule = z.union([z.boolean(), z.string().regex(/^\$\{data\.\w+\}$/)]);
const option = z.strictObject({ id: text(200), title: text(30), description: text(300).optional() });
const options = (max: number) => z.union([z.array(option).min(1).max(max), z.string().regex(/^\$\{data\.\w+\}$/)]);
const field = { name: z.string().regex(/^[A-Za-z]\w*$/), visible: rule, required: rule };
const init = { 'init-value': z.string().regex(/^\$\{data\.\w+\}$/) };
const component = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('TextHeading'), text: text(80) }),
  z.strictObject({ type: z.literal('TextBody'), text: text(4096), visible: rule.optional() }),
  z.strictObject({ type: z.literal('TextCaption'), text: text(409) }),
  z.strictObject({
    type: z.literal('TextInput'),
    ...field,
    ...init,
    label: text(20),
    'input-type': z.enum(['text', 'number', 'email', 'phone']),
    'max-chars': z.number().int().min(1),
  }),
  z.strictObject({
    type: z.literal('TextArea'),
    ...field,
    ...init,
    label: text(20),
    'max-length': z.number().int().min(1),
  }),
  z.strictObject({ type: z.literal('DatePicker'), ...field, label: text(40) }),
  z.strictObject({ type: z.literal('Dropdown'), ...field, label: text(20), 'data-source': options(200) }),
  z.strictObject({ type: z.literal('RadioButtonsGroup'), ...field, label: text(30), 'data-source': options(20) }),
  z.strictObject({
    type: z.literal('CheckboxGroup'),
    ...field,
    label: text(30),
    'data-source': options(20),
    'min-selected-items': z.number().int().min(1).optional(),
    'max-selected-items': z.number().int().max(20).optional(),
  }),
  z.strictObject({ type: z.literal('OptIn'), name: field.name, label: text(120), visible: rule }),
  z.strictObject({
    type: z.literal('PhotoPicker'),
    name: field.name,
    label: text(80),
    'photo-source': z.literal('camera_gallery'),
    'max-file-size-kb': z.number().int().min(1).max(25_600),
    'min-uploaded-photos': z.literal(0),
    'max-uploaded-photos': z.literal(1),
  }),
  z.strictObject({
    type: z.literal('DocumentPicker'),
    name: field.name,
    label: text(80),
    description: text(300),
    'allowed-mime-types': z.array(z.string().regex(/^(application|image)\/[a-z]+$/)).min(1),
    'max-file-size-kb': z.number().int().min(1).max(25_600),
    'min-uploaded-documents': z.literal(0),
    'max-uploaded-documents': z.literal(1),
  }),
  z.strictObject({
    type: z.literal('EmbeddedLink'),
    text: text(25),
    visible: rule,
    'on-click-action': z.strictObject({ name: z.literal('data_exchange'), payload: z.record(z.string(), z.string()) }),
  }),
  z.strictObject({
    type: z.literal('Footer'),
    label: text(35),
    'on-click-action': z.strictObject({ name: z.literal('data_exchange'), payload: z.record(z.string(), z.string()) }),
  }),
]);
const screen = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z_]+$/)
    .refine((id) => id !== 'SUCCESS'),
  title: text(30),
  terminal: z.literal(true).optional(),
  success: z.literal(true).optional(),
  refresh_on_back: z.literal(true).optional(),
  sensitive: z.array(z.string()).optional(),
  data: z.record(z.string(), z.looseObject({ type: z.string(), __example__: z.unknown() })),
  layout: z.strictObject({
    type: z.literal('SingleColumnLayout'),
    children: z
      .array(component)
      .max(50)
      .refine((all) => all.filter(({ type }) => type === 'Footer').length === 1, 'one footer')
      .refine((all) => all.filter(({ type }) => type === 'OptIn').length <= 5, 'at most five boxes to opt in')
      .refine((all) => all.filter(({ type }) => type === 'EmbeddedLink').length <= 2, 'at most two links')
      .refine(
        (all) => all.filter(({ type }) => type.endsWith('Picker') && type !== 'DatePicker').length <= 1,
        'one picker',
      ),
  }),
});
const flow = z.strictObject({
  version: z.literal('7.3'),
  data_api_version: z.literal('3.0'),
  routing_model: z.record(z.string(), z.array(z.string()).max(10)),
  screens: z.array(screen).min(1),
});

const inAll = services.flatMap((service) =>
  languages
    .filter((language) => hasWordsFor(language, service.id))
    .map(({ code }) => ({ service, language: code, id: service.id })),
);
const sayIn = (language: string) => (phrase: Parameters<typeof translator.say>[0]) => translator.say(phrase, language);

describe('the Flow of a service', () => {
  it.each(inAll)('keeps to every limit of the provider: $id in $language', ({ service, language }) => {
    const made = flowOf(service, sayIn(language), 10);
    const valid = flow.parse(JSON.parse(JSON.stringify(made)));
    const ids = valid.screens.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [from, ways] of Object.entries(valid.routing_model))
      for (const way of ways) expect(ids.indexOf(way), `${from} to ${way}`).toBeGreaterThan(ids.indexOf(from));
    for (const each of valid.screens) {
      const bound = JSON.stringify(each.layout).matchAll(/\$\{data\.(\w+)\}/g);
      for (const [, name = ''] of bound) expect(Object.keys(each.data)).toContain(name);
      const fields = each.layout.children.flatMap((child) => ('name' in child ? [child.name] : []));
      const sent = JSON.stringify(each.layout).matchAll(/\$\{form\.(\w+)\}/g);
      expect([...sent].map(([, name]) => name).sort()).toEqual(fields.toSorted());
    }
  });

  it('is named by what it says, so that a change is another Flow', () => {
    const [one, other] = [catalogue.find('birth-certificate'), catalogue.find('death-certificate')];
    if (!one || !other) throw new Error('no such service');
    const say = sayIn('hi');
    expect(flowNameOf(one, 'hi', flowOf(one, say, 10))).toMatch(/^birth-certificate_hi_[0-9a-f]{8}$/);
    expect(flowNameOf(one, 'hi', flowOf(one, say, 10))).not.toBe(flowNameOf(one, 'hi', flowOf(other, say, 10)));
    expect(flowNameOf(one, 'hi', flowOf(one, say, 10))).not.toBe(flowNameOf(one, 'hi', flowOf(one, say, 5)));
  });

  it('marks what is sensitive, so that the phone shows it to nobody', () => {
    const service = catalogue.find('old-age-pension');
    if (!service) throw new Error('no such service');
    const marked = flowOf(service, sayIn('en'), 10).screens.flatMap((each) =>
      'sensitive' in each ? each.sensitive : [],
    );
    expect(marked).toContain('bank_account_number');
  });
});

describe('the language of a Flow', () => {
  it.each([
    ['birth-certificate', 'pa', 'pa'],
    ['birth-certificate', 'ur', 'ur'],
    ['trade-licence', 'pa', 'hi'],
    ['trade-licence', 'ur', 'hi'],
    ['trade-licence', 'hi-Latn', 'hi-Latn'],
    ['trade-licence', 'en', 'en'],
    ['trade-licence', 'ta', 'ta'],
  ])(
    'of %s is for who speaks %s %s: his own where all its words are promised, else as the talk falls back',
    (service, wanted, language) => {
      expect(flowLanguageOf(service, wanted, languages)).toBe(language);
    },
  );
});

describe('the screens of a Flow', () => {
  it('lead from the photo of a paper to its file, and to a file from nowhere else', () => {
    const service = catalogue.find('birth-certificate');
    if (!service) throw new Error('no such service');
    const screens = screensOf(service);
    for (const file of screens.filter(({ kind }) => kind === 'file')) {
      const from = screens.filter((each) => waysOn(screens, each).includes(file));
      expect(from.map(({ id }) => id)).toEqual([file.id.replace('FILE', 'PAPER')]);
      expect(fileScreenOf(screens, from[0] ?? file)).toBe(file);
    }
    expect(screens.filter(({ kind }) => kind === 'file').length).toBe(service.papers?.length);
  });

  it.each(services.map((service) => ({ service, id: service.id })))(
    'ask nothing beside what it hangs on, and give every field its own name: $id',
    ({ service }) => {
      const screens = screensOf(service);
      const all = screens.flatMap((each) => (each.kind === 'questions' ? each.questions.map(({ id }) => id) : []));
      expect(new Set(all.map(nameOf)).size).toBe(all.length);
      for (const each of screens)
        if (each.kind === 'questions')
          for (const { when } of each.questions)
            for (const { id } of each.questions) expect(when === undefined ? [] : factsOf(when)).not.toContain(id);
      for (const each of screens.slice(0, -1)) expect(waysOn(screens, each).at(-1)?.id).toBe('DONE');
      const known = new Set(questionsOf(service, {}).map(({ id }) => id));
      expect(all.some((id) => known.has(id)) || all.length === 0).toBe(true);
    },
  );
});
