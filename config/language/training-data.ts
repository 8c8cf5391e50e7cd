import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lexicon, Row } from '#adapters/language/embedded/index.ts';
import type { Act } from '#domain/conversation/meaning.ts';
import { readCsv } from './csv.ts';

/** Everything that the language engine learns from. */
export interface TrainingData {
  readonly rows: readonly Row[];
  readonly lexicon: Lexicon;
  readonly negatives: readonly string[];
}

const HERE = import.meta.dirname;
const SERVICES = join(HERE, '..', 'services');
/** So many templates of each act are filled with the names of a service. */
const TEMPLATES_EACH = 3;

/** Reads the sentences of this installation: general ones from this folder, a service's own from the service's folder. */
export async function loadTrainingData(): Promise<TrainingData> {
  const [lexicon, negatives, elsewhere, general, templates, names] = await Promise.all([
    readFile(join(HERE, 'lexicon.json'), 'utf8'),
    readTable('negatives.csv'),
    readTable('elsewhere.csv'),
    readTable('general.csv'),
    readTable('acts.csv'),
    readTable('names.csv'),
  ]);
  const own = await loadUtterances();
  return {
    lexicon: JSON.parse(lexicon) as Lexicon,
    negatives: [...negatives.map(({ text = '' }) => text), ...namesElsewhere(elsewhere, names)],
    rows: [
      ...own,
      ...fillTemplates(own, templates, names),
      ...general.map(({ text = '', intent = '' }) => ({ text, intent })),
    ],
  };
}

type Table = readonly Readonly<Record<string, string>>[];

const readTable = async (file: string): Promise<Table> => readCsv(await readFile(join(HERE, file), 'utf8'));

async function loadUtterances(): Promise<Row[]> {
  const files = (await readdir(SERVICES, { recursive: true })).filter((path) => path.endsWith('utterances.csv')).sort();
  const tables = await Promise.all(
    files.map(async (path) => ({
      intent: path.split(/[\\/]/).at(-2) ?? '',
      table: readCsv(await readFile(join(SERVICES, path), 'utf8')),
    })),
  );
  return tables.flatMap(({ intent, table }) =>
    table.map(({ text = '', act }) => ({ text, intent, act: (act ?? 'apply') as Act })),
  );
}

/** `how do I get {service}` with each service's names; an act that a service's own sentences never have is left out. */
function fillTemplates(own: readonly Row[], templates: Table, names: Table): Row[] {
  const possible = new Set(own.map(({ intent, act }) => `${intent}:${act}`));
  const acts = [...new Set(templates.map(({ act = '' }) => act))] as Act[];
  /** Who asks for `house tax` and says no more wants to pay it. */
  const mainAct = (service: string): Act => {
    const times = (act: Act) => own.filter((row) => row.intent === service && row.act === act).length;
    return times('pay') > times('apply') ? 'pay' : 'apply';
  };
  return names.flatMap(({ service = '', name = '' }, number) =>
    acts
      .filter((act) => possible.has(`${service}:${act}`))
      .flatMap((act) => {
        const wanted = act === 'apply' ? mainAct(service) : act;
        const fitting = templates.filter((template) => template.act === act && template.script === scriptOf(name));
        return Array.from({ length: Math.min(TEMPLATES_EACH, fitting.length) }, (_, i): Row => {
          const template = fitting[(number * TEMPLATES_EACH + i) % fitting.length]?.text ?? '';
          return { text: template.replace('{service}', name), intent: service, act: wanted };
        });
      }),
  );
}

/** Every name of a service is placed elsewhere so often; more of it drowns what people say of Delhi. */
const PLACES_EACH = 1;

/** What another state does is not ours: the names of services, in other places each time. */
const namesElsewhere = (elsewhere: Table, names: Table): string[] =>
  names.flatMap(({ name = '' }, number) => {
    const fitting = elsewhere.filter(({ script }) => script === scriptOf(name));
    return Array.from({ length: Math.min(PLACES_EACH, fitting.length) }, (_, i): string => {
      const template = fitting[(number * PLACES_EACH + i) % fitting.length]?.text ?? '';
      return template.replace('{service}', name);
    });
  });

const scriptOf = (text: string): string => (/[\u0900-\u097f]/u.test(text) ? 'devanagari' : 'latin');
