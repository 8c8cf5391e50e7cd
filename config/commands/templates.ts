import { parseArgs } from 'node:util';
import type { WhatsAppSettings } from '#adapters/channels/whatsapp-cloud/index.ts';
import { templates as knownTo, submitTemplate } from '#adapters/channels/whatsapp-cloud/templates.ts';
import { type WordingProblem, wordingProblems } from '#domain/notification/template-wording.ts';
import config from '../default.ts';
import { providersOf } from '../define-installation.ts';
import { resolveSettings } from '../environment.ts';
import { loadTemplates } from '../load-templates.ts';
import { reasonOf } from '../reason-of.ts';
import rules from '../templates/wording-rules.json' with { type: 'json' };

// Checks the wording of our templates, and hands in those that the provider does not know: npm run templates -- [--submit]
const { values } = parseArgs({ options: { submit: { type: 'boolean' } } });
const templates = await loadTemplates();
const problems = templates.flatMap((template) =>
  wordingProblems(template, rules).map((problem) => lineOf(template.name, problem)),
);
for (const line of problems) console.error(line);
console.log(`${templates.length} templates checked, ${problems.length} problems`);
if (problems.length > 0) process.exit(1);
if (values.submit) await submitMissing();

function lineOf(name: string, { language, problem, word }: WordingProblem): string {
  return `${name}/${language}: ${problem}${word === undefined ? '' : ` (${word})`}`;
}

/** What the provider already knows is changed in its own console: an edit there goes through review again. */
async function submitMissing(): Promise<void> {
  const { whatsapp } = config.channels;
  const [named] = whatsapp ? providersOf(whatsapp) : [];
  if (named?.use !== 'whatsapp-cloud') throw new Error('config names no channel that has templates');
  const { use: _use, optional: _optional, weight: _weight, ...configured } = named;
  const resolved = resolveSettings<WhatsAppSettings>(configured, 'The channel "whatsapp-cloud"');
  if (resolved.is === 'absent' || !resolved.settings.businessAccountId) {
    console.error('Set WHATSAPP_BUSINESS_ACCOUNT_ID and the credentials of WhatsApp first.');
    process.exit(1);
  }
  try {
    const known = new Set((await knownTo(resolved.settings)).map(({ name }) => name));
    for (const template of templates.filter(({ name }) => !known.has(name))) {
      await submitTemplate(template, resolved.settings);
      console.log(`submitted ${template.name}`);
    }
  } catch (error) {
    console.error(reasonOf(error));
    process.exit(1);
  }
}
