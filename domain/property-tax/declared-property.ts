import { entriesIn } from '../catalogue/expand-list.ts';
import type { Answers, ServiceDefinition } from '../catalogue/service-definition.ts';
import type { Property } from './property.ts';
import type { Category } from './unit-area-rules.ts';

/**
 * A property as its owner declares it; absent while its category or its floors are not told. Of joint owners nobody says
 * whose share earns the rebate, so none is taken off until the assessor has looked.
 */
export function declaredProperty(
  { questions }: Pick<ServiceDefinition, 'questions'>,
  answers: Answers,
  categories: Readonly<Record<string, Category>>,
): Property | undefined {
  const { colony = '', category = categories[colony], property_kind, ownership, rebate_claim = 'none' } = answers;
  const floors = questions.find(({ id, type }) => id === 'floors' && type === 'list');
  const units = floors ? entriesIn(floors, answers).map(unitOf) : [];
  if (!isCategory(category) || units.length === 0) return undefined;
  return {
    category,
    units,
    ...(property_kind === 'flat-dda-cghs' && { isSocietyFlat: true }),
    ...(ownership === 'government' && { body: 'government' }),
    ...(ownership === 'single' && rebate_claim !== 'none' && { eligibleSharePercent: 100 }),
  };
}

const unitOf = ({ covered_area_sqm, built_year, structure = '', use = '', occupancy = '' }: Answers) => ({
  areaSqm: Number(covered_area_sqm ?? 0),
  builtYear: Number(built_year ?? 0),
  structure,
  use,
  occupancy,
});

const isCategory = (word: string | undefined): word is Category => word !== undefined && /^[A-H]$/.test(word);
