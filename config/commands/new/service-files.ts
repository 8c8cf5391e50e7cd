import type { IsoDate } from '#domain/shared/time.ts';
import { camelCase, type Files } from './write-files.ts';

interface NewService {
  readonly department: string;
  readonly id: string;
  readonly today: IsoDate;
}

/** A service that works as it stands: a name, what is wanted, a paper, fifteen days, no fee. */
export function serviceFiles(service: NewService): { readonly files: Files; readonly next: readonly string[] } {
  const { department, id } = service;
  const folder = `config/services/${department}/${id}`;
  return {
    files: {
      [`${folder}/service.ts`]: definition(service),
      [`${folder}/en.json`]: json(english(service)),
      [`${folder}/hi.json`]: json(hindi(service)),
      [`${folder}/hi-Latn.json`]: json(hinglish(service)),
      [`${folder}/utterances.csv`]: utterances(service),
      [`test/config/services/${id}.test.ts`]: test(service),
    },
    next: [
      `  config/services/${department}/index.ts, among the imports and in the list:`,
      `    import { ${camelCase(id)} } from './${id}/service.ts';`,
      `    ${camelCase(id)},`,
      `  for a new department, its list in config/services/index.ts, and in config/locales/*/common.json: departments.${department}`,
      `  config/language/names.csv: what people call it, as ${id},${nameOf(id)}`,
      '  then fill in the folder, and: npx biome check --write && npm run services -- --check && npm test',
    ],
  };
}

const json = (texts: object): string => `${JSON.stringify(texts, undefined, 2)}\n`;

const nameOf = (id: string): string => id.replaceAll('-', ' ');

const titleOf = (id: string): string => nameOf(id).replace(/^./, (letter) => letter.toUpperCase());

const definition = ({
  department,
  id,
  today,
}: NewService): string => `import { defineService } from '#domain/catalogue/service-definition.ts';

/** ${titleOf(id)}. */
export const ${camelCase(id)} = defineService({
  id: '${id}',
  department: '${department}',
  category: 'help',
  kind: 'application',
  outcome: 'acknowledgement',
  version: '${today}',
  questions: [
    { id: 'applicant_name', type: 'person-name', min: 2, max: 100 },
    { id: 'details', type: 'long-text', max: 1000 },
  ],
  papers: [{ id: 'identity', anyOf: ['identity-proof'] }],
  timeLimits: [
    {
      days: { value: 15, from: '${today}', verified: false, source: 'to be confirmed by the department' },
      unit: 'working',
    },
  ],
  steps: [
    { role: 'dealing-assistant', action: 'scrutiny', days: 5 },
    { role: 'zone-officer', action: 'approve', days: 10 },
  ],
});
`;

const english = ({ id }: NewService) => ({
  name: titleOf(id),
  menu: titleOf(id).slice(0, 24),
  intro: `${titleOf(id)}: free. Needed: an identity card. Decided within 15 working days.`,
  who: `${titleOf(id)} is for everybody.`,
  info: 'You tell what you want and send an identity card. No fee. 15 working days.',
  fee: 'It costs nothing.',
  questions: {
    applicant_name: { ask: 'What is your name?', label: 'Your name' },
    details: { ask: 'What do you want, and where?', label: 'Details' },
  },
  papers: { identity: { label: 'Identity card', ask: 'Please send a photo of an identity card.' } },
});

const hindi = ({ id }: NewService) => ({
  name: titleOf(id),
  menu: titleOf(id).slice(0, 24),
  intro: `${titleOf(id)}: निःशुल्क। चाहिए: पहचान पत्र। 15 कार्य दिवस में निर्णय।`,
  who: `${titleOf(id)} सबके लिए है।`,
  info: 'बताइए क्या चाहिए और पहचान पत्र भेजिए। कोई शुल्क नहीं। 15 कार्य दिवस।',
  fee: 'कोई शुल्क नहीं।',
  questions: {
    applicant_name: { ask: 'आपका नाम क्या है?', label: 'आपका नाम' },
    details: { ask: 'आपको क्या चाहिए, और कहाँ?', label: 'विवरण' },
  },
  papers: { identity: { label: 'पहचान पत्र', ask: 'पहचान पत्र की फ़ोटो भेजिए।' } },
});

const hinglish = ({ id }: NewService) => ({
  name: titleOf(id),
  menu: titleOf(id).slice(0, 24),
  intro: `${titleOf(id)}: muft. Chahiye: pehchan patra. 15 working din mein faisla.`,
  who: `${titleOf(id)} sabke liye hai.`,
  info: 'Bataiye kya chahiye aur pehchan patra bhejiye. Koi fees nahi. 15 working din.',
  fee: 'Koi fees nahi.',
  questions: {
    applicant_name: { ask: 'Aapka naam kya hai?', label: 'Aapka naam' },
    details: { ask: 'Aapko kya chahiye, aur kahan?', label: 'Vivaran' },
  },
  papers: { identity: { label: 'Pehchan patra', ask: 'Pehchan patra ki photo bhejiye.' } },
});

/** Fifty sentences as people really write them, in three scripts, teach the language engine a service; these begin it. */
const utterances = ({ id }: NewService): string =>
  [
    'text,act',
    `i want to apply for ${nameOf(id)},apply`,
    `please help me with ${nameOf(id)},apply`,
    `${nameOf(id)} karwana hai,apply`,
    `मुझे ${nameOf(id)} करवाना है,apply`,
    `what papers are needed for ${nameOf(id)},info`,
    `${nameOf(id)} ke liye kya lagega,info`,
    `has my ${nameOf(id)} been decided,status`,
    `${nameOf(id)} ka kya hua,status`,
    '',
  ].join('\n');

const test = ({ department, id }: NewService): string => `import { describe, expect, it } from 'vitest';
import { ${camelCase(id)} } from '#config/services/${department}/${id}/service.ts';
import { openQuestions } from '#domain/catalogue/questions.ts';

const TODAY = '2026-03-05';

describe('${id}', () => {
  it('asks what it needs, in this order', () => {
    const asked = openQuestions(${camelCase(id)}, {}, TODAY).map((question) => question.id);
    expect(asked).toEqual(['applicant_name', 'details']);
  });

  it('asks nothing more of a citizen who has told everything', () => {
    const answers = { applicant_name: 'Asha Devi', details: 'the neem tree before house 4' };
    expect(openQuestions(${camelCase(id)}, answers, TODAY)).toEqual([]);
  });
});
`;
