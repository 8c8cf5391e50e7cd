import { createRequire } from 'node:module';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

interface ImportRules {
  readonly forbidden: readonly IForbiddenRuleType[];
  readonly options: ICruiseOptions;
}

export interface Finding {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export const importRules: ImportRules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

const folders = ['domain', 'application', 'adapters', 'config', 'test'];

/**
 * Follows all imports below `root` and returns what breaks a rule.
 * @throws when a folder was not looked at: dependency-cruiser itself finds "no violations" in nothing at all.
 */
export async function cruiseTree(root: string): Promise<{ modules: number; findings: readonly Finding[] }> {
  const { forbidden, options } = importRules;
  const { output } = await cruise(folders, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...forbidden] },
  });
  if (typeof output === 'string') throw new Error(output);
  refuseEmptiness(output);
  return {
    modules: output.summary.totalCruised,
    findings: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

function refuseEmptiness({ modules }: ICruiseResult): void {
  for (const folder of folders) {
    const seen = modules.filter(
      ({ source, dependencies }) => source.startsWith(`${folder}/`) && dependencies.length > 0,
    );
    if (seen.length === 0) throw new Error(`the check of imports saw no import in ${folder}/`);
  }
}
