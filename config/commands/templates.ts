import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { segmentsOf } from '#adapters/channels/sms-segments.ts';
import type { WhatsAppSettings } from '#adapters/channels/whatsapp-cloud/index.ts';
import { templates as knownTo, submitTemplate } from '#adapters/channels/whatsapp-cloud/templates.ts';
import { systemClock } from '#adapters/system/clock.ts';
import type { DltTemplate } from '#domain/notification/dlt-template.ts';
import { type WordingProblem, wordingProblems } from '#domain/notification/template-wording.ts';
import { dayOf } from '#domain/shared/time.ts';
import config from '../default.ts';
import { providersOf } from '../define-installation.ts';
import { dltSheet, withIds } from '../dlt-sheet.ts';
import { dltGaps, dltProblemsIn, dltRules, dltTemplates, sentenceAt } from '../dlt-templates.ts';
import { resolveSettings } from '../environment.ts';
import { loadTemplates } from '../load-templates.ts';
import { loadTexts } from '../load-texts.ts';
import { reasonOf } from '../reason-of.ts';
import { registeredTalk, talkGaps } from '../sms-talk.ts';
import rooms from '../templates/sms-rooms.json' with { type: 'json' };
import rules from '../templates/wording-rules.json' with { type: 'json' };
import { draftDltTemplate } from './new/dlt-draft.ts';

// Checks the wording of our templates, and hands in those that the provider does not know: npm run templates -- [--submit] [--sms] [--draft]
// --sms shows what is registered with an operator (DLT), with what one SMS of it costs in segments at most.
// --draft writes a file for each notice that has none, to be handed in; its ids are made up.
// --sheet FILE writes all texts of SMS, replies and menus too, as a sheet for the operator's portal; --ids FILE takes the ids that it gave.
const { values } = parseArgs({
  options: {
    ...{ submit: { type: 'boolean' }, sms: { type: 'boolean' }, draft: { type: 'boolean' } },
    ...{ sheet: { type: 'string' }, ids: { type: 'string' } },
  },
});
const templates = await loadTemplates();
const unverified = dltTemplates.filter(({ verified }) => !verified).length;
const problems = templates.flatMap((template) =>
  wordingProblems(template, rules).map((problem) => lineOf(template.name, problem)),
);
const texts = await loadTexts();
if (values.draft) await draftMissing();
if (values.sheet !== undefined) await writeFile(values.sheet, dltSheet(texts));
if (values.ids !== undefined) await takeIds(values.ids);
const ofSms = [...dltProblemsIn(texts), ...talkGaps(texts)];
if (values.sms) for (const template of dltTemplates) console.log(shown(template));
for (const line of [...problems, ...ofSms]) console.error(line);
const missing = dltGaps(templates).map(({ key, language }) => `${key} (${language})`);
if (missing.length > 0) console.log(`not registered for SMS: ${missing.join(', ')}`);
console.log(`${templates.length} templates checked, ${problems.length} problems`);
console.log(
  `${dltTemplates.length} templates of SMS checked, ${ofSms.length} problems, ${unverified} not registered yet; ${registeredTalk.length} texts of the talk`,
);
if (problems.length + ofSms.length > 0) process.exit(1);
if (values.submit) await submitMissing();

async function takeIds(sheet: string): Promise<void> {
  const { taken, files } = withIds(await readFile(sheet, 'utf8'), texts, dayOf(systemClock().now()));
  for (const { at, content } of files) {
    await mkdir(new URL('./', at), { recursive: true });
    await writeFile(at, content);
  }
  console.log(`${taken} ids taken; look at what changed, and check again`);
  process.exit(0);
}

async function draftMissing(): Promise<void> {
  const [first] = dltTemplates;
  let last = Math.max(
    0,
    ...dltTemplates.flatMap(({ texts: each }) => Object.values(each).map(({ id }) => Number(id.slice(4)))),
  );
  const keys = new Map<string, readonly string[]>();
  for (const { key, language } of dltGaps(templates)) keys.set(key, [...(keys.get(key) ?? []), language]);
  for (const [key, languages] of keys) {
    const of = templates.find(({ serves }) => serves.includes(key));
    if (!of) continue;
    const sentences = languages.map((language) => [language, sentenceAt(texts[language], key) ?? '']);
    const draft = draftDltTemplate(key, of, Object.fromEntries(sentences), {
      longestGap: dltRules.longestGap.value,
      rooms,
      freshId: () => {
        last += 1;
        return `1107${String(last).padStart(15, '0')}`;
      },
      header: first?.header ?? '',
      from: first?.from ?? '',
    });
    const name = dltTemplates.some((each) => each.name === draft.name)
      ? key.replaceAll('.', '_').toLowerCase()
      : draft.name;
    const file = new URL(`../templates/sms/${name}.json`, import.meta.url);
    await writeFile(file, `${JSON.stringify({ ...draft, name }, null, 2)}\n`);
    console.log(`drafted sms/${name}: look at it, and check again`);
  }
  process.exit(0);
}

function shown({ name, category, header, texts }: DltTemplate): string {
  const written = Object.entries(texts).map(([language, { id, text }]) => {
    const longest = text.replaceAll('{#var#}', 'x'.repeat(dltRules.longestGap.value));
    return `  ${language.padEnd(8)} ${id}  at most ${segmentsOf(longest).length} segments\n    ${text.replaceAll('\n', '\n    ')}`;
  });
  return [`${name}  ${category}  ${header}`, ...written].join('\n');
}

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
