import { parseArgs } from 'node:util';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { checkServices, textAt } from '../check-services.ts';
import { loadTexts } from '../load-texts.ts';
import { papers } from '../papers/index.ts';
import { documentTypes } from '../papers/types.ts';
import { services } from '../services/index.ts';

// Lists the services of this installation, or checks them: npm run services -- [--check|--errors] [--json]
const { values } = parseArgs({
  options: { check: { type: 'boolean' }, errors: { type: 'boolean' }, json: { type: 'boolean' } },
});
const texts = await loadTexts();

const rowOf = (service: ServiceDefinition) => ({
  id: service.id,
  department: service.department,
  kind: service.kind,
  version: service.version,
  questions: service.questions.length,
  papers: service.papers?.length ?? 0,
  name: textAt(texts.en ?? {}, `services.${service.id}.name`) ?? '',
  nameInHindi: textAt(texts.hi ?? {}, `services.${service.id}.name`) ?? '',
});

/** Columns as wide as their widest entry. */
function tableOf(rows: readonly Record<string, string | number>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, at) => Math.max(...cells.map((row) => [...(row[at] ?? '')].length)));
  return cells
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const write = (text: string): void => {
  process.stdout.write(text === '' ? '' : `${text}\n`);
};
const asJson = (rows: readonly object[]): void => write(JSON.stringify(rows, null, 2));

/** `--errors` leaves the notes out. */
function check(): void {
  const readable = new Set(papers.map(({ type }) => type));
  const all = checkServices(services, { texts, readable, documentTypes });
  const errors = all.filter(({ level }) => level === 'error');
  const shown = values.errors ? errors : all;
  if (values.json) asJson(shown);
  else write(shown.map(({ service, level, what }) => `${level}  ${service}: ${what}`).join('\n'));
  process.stderr.write(`${services.length} services checked, ${errors.length} errors\n`);
  process.exitCode = errors.length === 0 ? 0 : 1;
}

if (values.check || values.errors) check();
else if (values.json) asJson(services.map((service) => ({ ...rowOf(service), definition: service })));
else write(tableOf(services.map(rowOf)));
