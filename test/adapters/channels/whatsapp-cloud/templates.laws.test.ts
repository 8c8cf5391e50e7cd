import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '#adapters/channels/whatsapp-cloud/render.ts';
import { submissionOf } from '#adapters/channels/whatsapp-cloud/template-submission.ts';
import { Templates } from '#adapters/stand-ins/graph-api/templates.ts';
import { validMessage } from '#adapters/stand-ins/graph-api/validate.ts';
import { choosingAmong } from '#application/notification/choose-template.ts';
import type { TemplateStandings } from '#application/ports/out/template-standings.ts';
import { languages } from '#config/languages.ts';
import { loadTemplates } from '#config/load-templates.ts';
import rules from '#config/templates/wording-rules.json' with { type: 'json' };
import { gapsOf } from '#domain/notification/message-template.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { translator } from '#test/kit/dialogue.ts';
import { NOW } from '#test/kit/fakes.ts';

const templates = await loadTemplates();
const approved: Pick<TemplateStandings, 'find'> = {
  find: async (name, language) => ({ name, language, status: 'approved', category: 'utility', history: [] }),
};
const choose = choosingAmong(templates, approved as TemplateStandings, translator, languages, rules);

/** As Meta reviewed them: it refuses at once what it could not have approved. */
const reviewed = new Templates();
for (const template of templates)
  for (const language of ['en', 'hi'] as const) reviewed.create(submissionOf(template, language));

const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1500 }),
  fc.string({ unit: fc.constantFrom('\n', '\t', ' ', 'क', 'a'), minLength: 1, maxLength: 1500 }),
);

describe('a template of ours, filled with anything', () => {
  it('is taken by the provider within its limits, or is not sent at all', async () => {
    const asked = fc.tuple(
      fc.constantFrom(...templates),
      fc.constantFrom('en', 'hi', 'hi-Latn'),
      fc.array(anyWords, { minLength: 12, maxLength: 12 }),
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(asked, async ([template, language, words]) => {
        const gaps = gapsOf(template.texts.en.body);
        const values = Object.fromEntries(gaps.map((gap, at) => [gap, words[at % words.length] ?? '']));
        const text = phrase(template.serves[0] ?? '', values);
        const choices = (template.buttons ?? []).map((button) => ({ id: button.replaceAll('+', '1'), label: text }));
        const chosen = await choose({ text, choices }, language, NOW);
        if ('why' in chosen) return;
        const bytes = new Uint8Array([1]);
        const document = { bytes, mime: 'application/pdf', fileName: 'a.pdf', link: 'https://ek.test/a' };
        const [payload] = render({ text: 'as a template', document, template: chosen.template });
        if (payload?.type !== 'template') throw new Error('no template was rendered');
        const header = { type: 'header', parameters: [{ type: 'document', document: { id: '1' } }] };
        const components = [...(payload.file ? [header] : []), ...payload.template.components];
        const sent = { messaging_product: 'whatsapp', to: '+910000000001', type: 'template' };
        const message = validMessage({ ...sent, template: { ...payload.template, components } });
        if (message.type !== 'template') throw new Error('no template was sent');
        const shown = reviewed.show(message.template);
        expect(shown.text).not.toContain('{{');
        taken += 1;
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});
