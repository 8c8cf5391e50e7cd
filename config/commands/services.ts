import { parseArgs } from 'node:util';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { checkServices, textAt } from '../check-services.ts';
import { loadTexts } from '../load-texts.ts';
import { papers } from '../papers/index.ts';
import { services } from '../services/index.ts';

// Lists the services of this installation, or checks them: npm run services -- [--check] [--json]
const { values } = parseArgs({ options: { check: { type: 'boolean' }, json: { type: 'boolean' } } });
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

const print = (rows: readonly object[], line: (row: never) => string): void => {
  const text = values.json ? JSON.stringify(rows, null, 2) : rows.map((row) => line(row as never)).join('\n');
  process.stdout.write(text === '' ? '' : `${text}\n`);
};

if (values.check) {
  const findings = checkServices(services, { texts, readable: new Set(papers.map(({ type }) => type)) });
  print(findings, ({ service, level, what }: (typeof findings)[number]) => `${level}  ${service}: ${what}`);
  const errors = findings.filter(({ level }) => level === 'error').length;
  process.stderr.write(`${services.length} services checked, ${errors} errors\n`);
  process.exitCode = errors === 0 ? 0 : 1;
} else {
  print(
    services.map(rowOf),
    ({ id, department, kind, name }: ReturnType<typeof rowOf>) =>
      `${id.padEnd(26)} ${department.padEnd(10)} ${kind.padEnd(12)} ${name}`,
  );
}
