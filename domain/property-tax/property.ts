import type { Category } from './unit-area-rules.ts';

/** A floor, or a part of one that is used in one way. Words are those of the rules, such as `pucca`, `business`, `let-out`. */
export interface Unit {
  /** Covered area in square metres. */
  readonly areaSqm: number;
  /** The year in which building was completed, as years begin on 1 April. */
  readonly builtYear: number;
  readonly structure: string;
  readonly use: string;
  readonly occupancy: string;
  /** Of a school, in rupees. */
  readonly monthlyFee?: number;
}

/** What the tax of a property hangs on. */
export interface Property {
  readonly category: Category;
  readonly units: readonly Unit[];
  /** A flat of the DDA or of a co-operative society. */
  readonly isSocietyFlat?: boolean;
  readonly isFarmhouse?: boolean;
  readonly body?: 'government' | 'union';
  /** Percent that belongs to a woman, a senior citizen, a person with disability or an ex-serviceman who lives there. */
  readonly eligibleSharePercent?: number;
  /** Its housing society has earned the society's rebate, or that for waste segregation as well. */
  readonly society?: 'paying' | 'segregating';
}
