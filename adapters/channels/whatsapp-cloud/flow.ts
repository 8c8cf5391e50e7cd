import { createHash } from 'node:crypto';
import { serviceKey } from '#domain/catalogue/catalogue.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { Language } from '#domain/shared/language.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { shorten } from '../split-text.ts';
import { type Component, fieldOf, fromData, fromForm, modelOf, nameOf, type Say, sameNameOf } from './flow-fields.ts';
import { type FlowScreen, screensOf, waysOn } from './flow-screens.ts';

const FOOTER = 35;
const HEADING = 80;
const LINK = 25;

/** A service's form as Flow JSON, made from its definition and the sentences of one language. */
export function flowOf(service: ServiceDefinition, say: Say, mostMegabytes: number) {
  const screens = screensOf(service);
  const title = shorten(say(phrase(serviceKey.menu(service.id))), 30);
  return {
    version: '7.3',
    data_api_version: '3.0',
    routing_model: Object.fromEntries(
      screens.map((screen) => [screen.id, waysOn(screens, screen).map(({ id }) => id)]),
    ),
    screens: screens.map((screen) => ({ id: screen.id, title, ...screenOf(service, screen, say, mostMegabytes) })),
  };
}

export type FlowJson = ReturnType<typeof flowOf>;

/** A published Flow cannot be changed: what it says is part of its name. */
export function flowNameOf(service: ServiceDefinition, language: Language, json: FlowJson): string {
  const digest = createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 8);
  return `${service.id}_${language}_${digest}`;
}

function screenOf(service: ServiceDefinition, screen: FlowScreen, say: Say, mostMegabytes: number) {
  if (screen.kind === 'done') return doneScreen(say);
  if (screen.kind === 'paper') return paperScreen(say, mostMegabytes);
  if (screen.kind === 'file') return fileScreen(say, mostMegabytes);
  const { questions } = screen;
  const sensitive = questions.filter((each) => each.sensitive).map(({ id }) => nameOf(id));
  const names = questions.flatMap(({ id, sameAs }) => [nameOf(id), ...(sameAs ? [sameNameOf(id)] : [])]);
  const payload = Object.fromEntries(names.map((name) => [name, fromForm(name)]));
  return {
    refresh_on_back: true,
    ...(sensitive.length > 0 && { sensitive }),
    data: Object.assign({}, ...questions.map((question) => modelOf(service, question, say))),
    layout: layoutOf([
      ...questions.flatMap((question) => fieldOf(service, question, say)),
      footer(say(phrase('form.next')), payload),
    ]),
  };
}

/** Of the paper that is asked for, whichever that is by then. */
const about = ['paper', 'ask', 'requirement', 'passed'];
const aboutPaper = Object.fromEntries(about.map((name) => [name, { type: 'string', __example__: name }]));
const whichPaper = { requirement: fromData('requirement'), passed: fromData('passed') };

const kilobytes = (megabytes: number): number => Math.floor((megabytes * 1_000_000) / 1024);

/** One photo of the paper that `data` names, and the way to its file. */
const paperScreen = (say: Say, mostMegabytes: number) => ({
  refresh_on_back: true,
  data: { ...aboutPaper, or_file: { type: 'boolean', __example__: true } },
  layout: layoutOf([
    { type: 'TextBody', text: fromData('ask') },
    {
      type: 'PhotoPicker',
      name: 'photo',
      label: fromData('paper'),
      'photo-source': 'camera_gallery',
      'max-file-size-kb': kilobytes(mostMegabytes),
      'min-uploaded-photos': 0,
      'max-uploaded-photos': 1,
    },
    {
      type: 'EmbeddedLink',
      text: shorten(say(phrase('form.pdfInstead')), LINK),
      visible: fromData('or_file'),
      'on-click-action': { name: 'data_exchange', payload: { as: 'file', ...whichPaper } },
    },
    { type: 'TextCaption', text: say(phrase('form.paperInChat')) },
    footer(say(phrase('form.next')), { photo: fromForm('photo'), ...whichPaper }),
  ]),
});

/** The same paper as a file. */
const fileScreen = (say: Say, mostMegabytes: number) => ({
  refresh_on_back: true,
  data: aboutPaper,
  layout: layoutOf([
    { type: 'TextBody', text: fromData('ask') },
    {
      type: 'DocumentPicker',
      name: 'document',
      label: fromData('paper'),
      description: say(phrase('form.fileLimit', { megabytes: mostMegabytes })),
      'allowed-mime-types': ['application/pdf', 'image/jpeg', 'image/png'],
      'max-file-size-kb': kilobytes(mostMegabytes),
      'min-uploaded-documents': 0,
      'max-uploaded-documents': 1,
    },
    { type: 'TextCaption', text: say(phrase('form.paperInChat')) },
    footer(say(phrase('form.next')), { document: fromForm('document'), ...whichPaper }),
  ]),
});

const doneScreen = (say: Say) => ({
  terminal: true,
  success: true,
  data: { told: { type: 'string', __example__: '1' } },
  layout: layoutOf([
    { type: 'TextHeading', text: shorten(say(phrase('form.allFilled')), HEADING) },
    { type: 'TextBody', text: say(phrase('form.restInChat')) },
    footer(say(phrase('form.send')), { told: fromData('told') }),
  ]),
});

const layoutOf = (children: readonly Component[]) => ({ type: 'SingleColumnLayout', children });

const footer = (label: string, payload: Readonly<Record<string, string>>): Component => ({
  type: 'Footer',
  label: shorten(label, FOOTER),
  'on-click-action': { name: 'data_exchange', payload },
});
