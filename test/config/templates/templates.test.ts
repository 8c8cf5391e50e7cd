import { describe, expect, it } from 'vitest';
import { loadTemplates } from '#config/load-templates.ts';
import { loadTexts } from '#config/load-texts.ts';
import { proofLimits } from '#config/proof-limits.ts';
import rules from '#config/templates/wording-rules.json' with { type: 'json' };
import { gapsOf } from '#domain/notification/message-template.ts';
import { wordingProblems } from '#domain/notification/template-wording.ts';
import { translator } from '#test/kit/dialogue.ts';

const templates = await loadTemplates();
const texts = await loadTexts();

describe('the registry of templates', () => {
  it('holds nothing that a reviewer would refuse or take for marketing', () => {
    const problems = templates.flatMap((each) =>
      wordingProblems(each, rules).map((problem) => ({ template: each.name, ...problem })),
    );
    expect(problems).toEqual([]);
  });

  it('serves sentences that are there, each by one template, with gaps that the sentence has too', () => {
    const served = templates.flatMap(({ serves }) => serves);
    expect(new Set(served).size).toBe(served.length);
    for (const { serves, texts: written } of templates) {
      for (const key of serves) {
        expect(translator.has(key, 'en'), key).toBe(true);
        const [area = '', name = ''] = key.split('.');
        const sentence = String((texts.en?.[area] as Record<string, string> | undefined)?.[name]);
        for (const { body } of Object.values(written))
          expect(gapsOf(sentence)).toEqual(expect.arrayContaining([...gapsOf(body)]));
      }
    }
  });

  it('lets a one-time password run out when we let it', () => {
    const codes = templates.flatMap(({ code }) => code ?? []);
    expect(codes.map(({ minutes }) => minutes)).toEqual([proofLimits.passwordMinutes.value]);
  });

  it('says the same in both languages', () => {
    for (const { texts: written } of templates) {
      expect(gapsOf(written.hi.body).toSorted()).toEqual(gapsOf(written.en.body).toSorted());
      expect(written.hi.buttons?.length).toBe(written.en.buttons?.length);
    }
  });
});
