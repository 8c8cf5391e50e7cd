import { z } from 'zod';
import { codeCreation, shownCode } from './code-templates.ts';
import { GraphError } from './errors.ts';
import { validated } from './validate.ts';

const text = (max: number) => z.string().min(1).max(max);
const component = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('HEADER'), format: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION']) }),
  z.looseObject({ type: z.literal('BODY'), text: text(1024) }),
  z.looseObject({ type: z.literal('FOOTER'), text: text(60) }),
  z.looseObject({
    type: z.literal('BUTTONS'),
    buttons: z.array(z.looseObject({ type: z.string(), text: text(25) })).max(10),
  }),
]);
const creation = z.looseObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().min(2),
  category: z.enum(['UTILITY', 'MARKETING']),
  components: z.array(component).min(1),
});

export type TemplateEvent = 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED' | 'PENDING';

const anyCreation = z.discriminatedUnion('category', [creation, codeCreation]);

export type KeptTemplate = z.infer<typeof anyCreation> & {
  readonly id: string;
  status: TemplateEvent;
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
  correctCategory?: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
};

/** As the person's phone shows it. */
export interface ShownTemplate {
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
}

const parameter = z.looseObject({
  type: z.string(),
  parameter_name: z.string().optional(),
  text: z.string().optional(),
  payload: z.string().optional(),
});
const sent = z.looseObject({
  type: z.string(),
  sub_type: z.string().optional(),
  index: z.coerce.number().optional(),
  parameters: z.array(parameter).default([]),
});

/** Templates handed in for review, which here is quick and kind, until somebody says otherwise. */
export class Templates {
  private readonly kept = new Map<string, KeptTemplate>();

  create(given: unknown): object {
    const said = validated(anyCreation, given);
    const key = `${said.name}/${said.language}`;
    if (this.kept.has(key)) throw new GraphError(400, 100, 'Content in this language already exists');
    const body = bodyOf(said);
    if (/^\s*\{\{|\}\}\s*$/.test(body)) throw new GraphError(400, 100, 'Variables cannot be at the start or end');
    const id = String(1_000_000 + this.kept.size);
    this.kept.set(key, { ...said, id, status: 'APPROVED', quality: 'UNKNOWN' });
    return { id, status: 'APPROVED', category: said.category };
  }

  list(): object {
    const data = [...this.kept.values()].map((each) => ({
      id: each.id,
      name: each.name,
      language: each.language,
      status: each.status,
      category: each.category,
      correct_category: each.correctCategory ?? each.category,
      quality_score: { score: each.quality },
      components: each.components,
    }));
    return { data, paging: { cursors: { before: 'A', after: 'B' } } };
  }

  remove(name: string): object {
    const keys = [...this.kept.keys()].filter((key) => key.startsWith(`${name}/`));
    if (keys.length === 0) throw new GraphError(400, 100, 'Template not found');
    for (const key of keys) this.kept.delete(key);
    return { success: true };
  }

  find(name: string, language: string): KeptTemplate | undefined {
    return this.kept.get(`${name}/${language}`);
  }

  /** Codes go to numbers only. @throws GraphError */
  requireNoCode(template: { name: string; language: { code: string } }): void {
    if (this.find(template.name, template.language.code)?.category === 'AUTHENTICATION')
      throw new GraphError(400, 131062, 'Business-scoped user ids are not supported for this message');
  }

  /** What the phone will show. @throws GraphError by Meta's codes for templates */
  show(template: { name: string; language: { code: string }; components?: unknown[] | undefined }): ShownTemplate {
    const kept = this.find(template.name, template.language.code);
    if (kept?.status === 'PAUSED') throw new GraphError(400, 132015, 'Template is Paused');
    if (kept?.status === 'DISABLED') throw new GraphError(400, 132016, 'Template is Disabled');
    if (kept?.status !== 'APPROVED')
      throw new GraphError(404, 132001, 'Template name does not exist in the translation');
    if (kept.category === 'AUTHENTICATION')
      return { text: shownCode(kept.language, template.components ?? []), buttons: [] };
    const parts = z
      .array(sent)
      .catch([])
      .parse(template.components ?? []);
    const parametersOf = (type: string) => parts.find((each) => each.type === type)?.parameters ?? [];
    const hasHeader = kept.components.some((each) => each.type === 'HEADER');
    if (hasHeader !== parametersOf('header').length > 0) throw new GraphError(400, 132012, 'Format of header mismatch');
    const filled = fill(bodyOf(kept), parametersOf('body'));
    const buttons = kept.components.flatMap((each) => (each.type === 'BUTTONS' ? each.buttons : []));
    return {
      text: filled,
      buttons: buttons.map(({ text: title }, index) => {
        const part = parts.find((each) => each.type === 'button' && each.index === index);
        return { id: part?.parameters[0]?.payload ?? title, title };
      }),
    };
  }
}

const bodyOf = (said: z.infer<typeof anyCreation>): string =>
  said.category === 'AUTHENTICATION' ? '' : (said.components.find((each) => each.type === 'BODY')?.text ?? '');

function fill(body: string, parameters: readonly z.infer<typeof parameter>[]): string {
  const gaps = [...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  if (new Set(gaps).size !== parameters.length) {
    throw new GraphError(400, 132000, 'Number of parameters does not match the expected number of params');
  }
  const filled = body.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = parameters.find((each) => each.parameter_name === name)?.text;
    if (value === undefined || value === '' || /[\n\t]| {5}/.test(value)) {
      throw new GraphError(400, 132008, `Parameter value of ${name} is not valid`);
    }
    return value;
  });
  if (filled.length > 1024) throw new GraphError(400, 132005, 'Translated text too long');
  return filled;
}
