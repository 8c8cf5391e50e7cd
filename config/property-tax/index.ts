import type { AssessTax } from '#application/ports/out/assess.ts';
import { assessedTax } from '#domain/property-tax/assessed-tax.ts';
import { declaredProperty } from '#domain/property-tax/declared-property.ts';
import type { Category, UnitAreaRules } from '#domain/property-tax/unit-area-rules.ts';
import { coloniesOf } from '../services/shared/colonies.ts';
import rules2004 from './2004.json' with { type: 'json' };
import rules2022 from './2022.json' with { type: 'json' };

/** The sets of rules by which property tax was and is worked out. A new order is a new file, with its day. */
export const propertyTaxRules = [rules2004, rules2022] as readonly UnitAreaRules[];

const categories = Object.fromEntries(
  Object.entries(coloniesOf).flatMap(([category, colonies]) => colonies.map((each) => [each, category as Category])),
);

/** The one service by which an owner declares his property. */
export const assessTax: AssessTax = (service, answers, today) => {
  const property =
    service.id === 'property-tax-assessment' ? declaredProperty(service, answers, categories) : undefined;
  return property && assessedTax(property, today, propertyTaxRules);
};
