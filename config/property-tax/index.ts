import type { UnitAreaRules } from '#domain/property-tax/unit-area-rules.ts';
import rules2004 from './2004.json' with { type: 'json' };
import rules2022 from './2022.json' with { type: 'json' };

/** The sets of rules by which property tax was and is worked out. A new order is a new file, with its day. */
export const propertyTaxRules = [rules2004, rules2022] as readonly UnitAreaRules[];
