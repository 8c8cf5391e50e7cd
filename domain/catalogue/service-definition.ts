import type { DepartmentId, ServiceId } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import type { IsoDate } from '../shared/time.ts';

/**
 * A condition or an amount over facts, as text such as `request_type == 'copy' and days_since(child_dob) > 30`.
 * Answers are facts by their question's id, money in rupees. An unknown fact makes the result unknown, never false. See rule.ts.
 */
export type Rule = string;

export type ServiceKind = 'application' | 'payment' | 'booking' | 'complaint' | 'information';
export type Outcome =
  | 'certificate'
  | 'licence'
  | 'card'
  | 'sanction-order'
  | 'receipt'
  | 'slip'
  | 'acknowledgement'
  | 'report'
  | 'information';

/** A fact that changes by law or by notice: dated, with its source, and `verified: false` where the source is weak. */
export interface Dated<Value> {
  readonly value: Value;
  readonly from: IsoDate;
  readonly verified: boolean;
  readonly source: string;
}

/**
 * One thing a department does, as data: no function, nothing that `JSON.stringify` would lose.
 * Its sentences stand in the locale files beside it, under `services.<id>.`.
 */
export interface ServiceDefinition {
  readonly id: ServiceId;
  readonly department: DepartmentId;
  readonly category: string;
  readonly kind: ServiceKind;
  readonly outcome: Outcome;
  /** Changes whenever a question, fee or rule does; an application keeps the version that it was begun with. */
  readonly version: string;
  readonly rules?: readonly EligibilityRule[];
  readonly questions: readonly Question[];
  readonly papers?: readonly PaperRequirement[];
  readonly fee?: readonly FeeLine[];
  /** Days in which the department promises to decide; the first line whose condition holds. */
  readonly timeLimits: readonly TimeLimit[];
  readonly steps: readonly Step[];
  readonly appeal?: { readonly to: string; readonly withinDays: number };
  /** Where dues come from: the question that holds the account number. Only for `kind: 'payment'`. */
  readonly dues?: { readonly account: string };
  /** What is printed on the document issued, in order: question ids, or facts of the issue such as `registration_number`. */
  readonly printed?: readonly string[];
  readonly flags?: readonly string[];
}

export interface EligibilityRule {
  readonly id: string;
  readonly when: Rule;
  /** `block`: cannot be submitted. `warn`: may be submitted, the officer decides. */
  readonly otherwise: 'block' | 'warn';
}

export type QuestionType =
  | 'text'
  | 'long-text'
  | 'date'
  | 'number'
  | 'money'
  | 'choice'
  | 'yes-no'
  | 'phone'
  | 'email'
  | 'address'
  | 'person-name'
  | 'id-number'
  | 'account-number'
  | 'location';

export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  /** Asked only while this holds. */
  readonly when?: Rule;
  /** May be passed over by the citizen. */
  readonly optional?: boolean;
  /** Stable values; their words stand in the locale file. */
  readonly choices?: readonly string[];
  /** Characters for texts, the value itself for numbers, paise for money. */
  readonly min?: number;
  readonly max?: number;
  /** A regular expression over the normalised answer. */
  readonly pattern?: string;
  /** `today`, `today-21d`, `today-100y`, a day, or another question that holds one. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** For `id-number` and `account-number`: which kind, such as `aadhaar`, `upic`. */
  readonly of?: string;
  /** Facts of papers that can answer it, the best first: `birth-slip.child_dob`. */
  readonly prefill?: readonly string[];
  /** Taken without asking when nothing else was said, such as one copy. Shown in the summary and correctable. */
  readonly presumed?: string;
  /** Shown masked wherever it is repeated. */
  readonly sensitive?: boolean;
  /** Never asked by itself; taken when the citizen says it or a paper shows it. */
  readonly quiet?: boolean;
  /** Another question whose answer may be the same; offered as one tap. */
  readonly sameAs?: string;
}

export interface PaperRequirement {
  /** Its own id within the service: the same type may be needed twice. */
  readonly id: string;
  /** Any one of these document types will do. */
  readonly anyOf: readonly string[];
  readonly when?: Rule;
  readonly optional?: boolean;
  /** Asked for before the questions, because its facts answer them. */
  readonly first?: boolean;
  /** Answers that having this paper gives: whoever holds a hospital's slip was in a hospital. */
  readonly implies?: Readonly<Record<string, Answer>>;
}

export interface FeeLine {
  readonly id: string;
  readonly when?: Rule;
  /** Rupees, by a rule over the facts: `2`, or `5 * (copies - 1)`. */
  readonly rupees: Dated<Rule>;
}

export interface TimeLimit {
  readonly when?: Rule;
  readonly days: Dated<number>;
  /** `working`: Monday to Friday less holidays. */
  readonly unit: 'working' | 'calendar';
}

export interface Step {
  readonly role: string;
  readonly action: string;
  /** Days that this step may take. */
  readonly days: number;
  readonly when?: Rule;
}

/** The identity function; it exists so that a definition is checked by the compiler where it is written. */
export const defineService = (definition: ServiceDefinition): ServiceDefinition => definition;

/** An answer in its canonical form: text as written, dates ISO, numbers and money (paise) as digits, choices by value. */
export type Answer = string;
export type Answers = Readonly<Record<string, Answer>>;

export type FeeBreakdown = readonly { readonly id: string; readonly amount: Money }[];
