import { fileURLToPath } from 'node:url';
import { cruiseTree, importRules } from './cruise.ts';

// npm run check:imports
const { modules, findings } = await cruiseTree(fileURLToPath(new URL('../../', import.meta.url)));

for (const { rule, from, to } of findings) {
  const why = importRules.forbidden.find(({ name }) => name === rule)?.comment ?? '';
  process.stderr.write(`${rule}: ${from}${to === from ? '' : ` → ${to}`}\n  ${why}\n`);
}
process.stdout.write(`imports: ${modules} modules, ${findings.length} broken rules\n`);
process.exitCode = findings.length === 0 ? 0 : 1;
