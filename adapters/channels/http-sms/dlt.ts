import type { DltTemplate } from './settings.ts';

/** Thirty characters are the most that a gap of a registered template may be filled with. */
const GAP = '[\\s\\S]{0,30}';

/** The registered template of which this text is one filling; the first that fits. */
export const templateIdFor = (text: string, templates: readonly DltTemplate[]): string | undefined =>
  templates.find((template) => patternOf(template).test(text))?.id;

const patternOf = ({ text }: DltTemplate): RegExp =>
  new RegExp(
    `^${text
      .split('{#var#}')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join(GAP)}$`,
  );
