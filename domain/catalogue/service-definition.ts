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
  readonly dues?: Dues;
  /** How slots are offered. Only for `kind: 'booking'`. */
  readonly booking?: BookingPlan;
  /** What follows "resolved". Only for `kind: 'complaint'`. */
  readonly complaint?: ComplaintPlan;
  /** What is looked for. Only for `kind: 'information'`. */
  readonly finder?: { readonly schemes: readonly Scheme[] };
  /** Paid elsewhere and shown for information only, such as stamp duty. */
  readonly estimate?: readonly FeeLine[];
  /** The question whose PIN tells the local body; absent: the first place that is asked for and is nobody's home. */
  readonly place?: string;
  /** Questions that together name what it is about: two open applications with the same answers are one, whoever filed them. */
  readonly subject?: readonly string[];
  /** `citizen`: in the words of somebody else the subject is another thing, as with the name of a pet. */
  readonly subjectBy?: 'citizen';
  /** Until when the document issued is good; absent: for life. */
  readonly validity?: Validity;
  /** Sentences said on filing where their condition holds, such as "keep away from the open manhole". */
  readonly notices?: readonly Notice[];
  /** What is printed on the document issued, in order: question ids, or facts of the issue such as `registration_number`. */
  readonly printed?: readonly string[];
  readonly flags?: readonly string[];
}

export interface Dues {
  readonly account: string;
  /** Each demand stands for itself, as challans do: the citizen may pay some and leave others. */
  readonly eachByItself?: boolean;
}

export interface Notice {
  readonly id: string;
  readonly when?: Rule;
}

export interface BookingPlan {
  /** The `slot` question. */
  readonly slot: string;
  /** Questions whose answers name what is booked, such as hospital and department: only the same one can be full. */
  readonly resource: readonly string[];
  /** First and last day that can be booked, as a bound of a date: `today+2d`. */
  readonly earliest: string;
  readonly latest: string;
  readonly days: 'working' | 'all';
  /** Hours of a day on the clock of the place, `HH:MM`; an end before its start is on the next day. */
  readonly times: readonly SlotTime[];
  /** Parties that fit into one slot. */
  readonly capacity: Dated<number>;
  /** Consecutive days that one booking takes, by a rule; absent: its own slot only. */
  readonly lengthDays?: Rule;
  /** Percent of a slot's places kept for those of whom the rule holds, such as seniors. */
  readonly reserved?: { readonly percent: Dated<number>; readonly when: Rule };
  readonly holdMinutes: Dated<number>;
  /** What comes back when it is cancelled so many hours before, the longest time first; none: nothing was paid. */
  readonly refunds?: readonly RefundShare[];
  /** How often it may be moved; absent: never. */
  readonly reschedules?: { readonly times: number; readonly hoursBefore: number };
}

export interface RefundShare {
  readonly hoursBefore: number;
  readonly percent: Dated<number>;
  /** Ids of the fee lines that it is for, such as a deposit; absent: of every line that no other share names. */
  readonly of?: readonly string[];
}

export interface SlotTime {
  readonly start: string;
  readonly end: string;
  /** Offered only while this holds. */
  readonly when?: Rule;
}

export interface ComplaintPlan {
  /** Calendar days in which the citizen may say that it was not done; silence closes it. */
  readonly confirmWithinDays: Dated<number>;
  /** Role that gets it when it is reopened once more. */
  readonly escalateTo: string;
  /** Complaints about one thing become one: same answers, near and soon after each other. */
  readonly merge?: {
    readonly same: readonly string[];
    readonly place: string;
    readonly metres: number;
    readonly hours: number;
  };
  /** The officer must show a photo of the work. */
  readonly photoToResolve?: Rule;
  /** The complainant's name is hidden from the department. */
  readonly anonymous?: Rule;
  /** Told to the administrators at once, such as illness from dirty water. */
  readonly alarm?: Rule;
}

/** One row of the scheme finder. Its name and benefit stand under `services.<id>.schemes.<scheme>`. */
export interface Scheme {
  readonly id: string;
  readonly rule: Dated<Rule>;
  /** Where to apply; absent: only information. */
  readonly service?: ServiceId;
}

export interface Validity {
  /** The earliest of these: `issued+1y`, `issued+6m`, `financial-year-end`, or a question that holds a day. */
  readonly until: Dated<readonly string[]>;
  /** Days before the end on which the citizen is reminded to renew. */
  readonly remindDaysBefore?: readonly number[];
  /** The service that renews it. */
  readonly renewBy?: ServiceId;
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
  | 'location'
  /** Several of the choices; the answer is their values with commas between them. */
  | 'multi-choice'
  /** A time that is booked; the answer is its start as local time, `2026-12-05T10:00`. */
  | 'slot'
  /** A repeated group of questions; its entries are answered under ids of their own, such as `members.1.name`. */
  | 'list';

export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  /** Asked only while this holds. */
  readonly when?: Rule;
  /** May be passed over by the citizen. */
  readonly optional?: boolean;
  /** Stable values; their words stand in the locale file. */
  readonly choices?: readonly string[];
  /** The choices are numbers that part a scale, so a number is an answer: `up-to` each the end of its part, `from` its beginning. Money in rupees. */
  readonly parts?: 'up-to' | 'from';
  /** The master list whose words the choices have, such as `districts`; absent: the service's own words. */
  readonly master?: string;
  /** Which of the choices are offered, by the answer to another question: of all halls those of the zone. */
  readonly choicesBy?: { readonly question: string; readonly of: Readonly<Record<string, readonly string[]>> };
  /** For `multi-choice`: the choice that excludes every other. */
  readonly none?: string;
  /** For `list`: what is asked about each entry. `min` and `max` count entries. */
  readonly items?: readonly Question[];
  /** Follows from other answers by a rule: never asked, shown in the summary. */
  readonly computed?: Rule;
  /** Characters for texts, the value itself for numbers, paise for money. */
  readonly min?: number;
  readonly max?: number;
  /** For dates: who does not remember the day may say the month and the year; its first day is then shown back. */
  readonly monthIsEnough?: true;
  /** A regular expression over the normalised answer. */
  readonly pattern?: string;
  /** `today`, `today-21d`, `today-100y`, a day, or another question that holds one. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** For `id-number` and `account-number`: which kind, such as `aadhaar`, `upic`. */
  readonly of?: string;
  /** Facts of papers that can answer it, the best first: of a type, `birth-slip.child_dob`, or of a requirement, `bride_id.name`. */
  readonly prefill?: readonly string[];
  /** Taken without asking when nothing else was said, such as one copy. Shown in the summary and correctable. */
  readonly presumed?: string;
  /** Shown masked wherever it is repeated. */
  readonly sensitive?: boolean;
  /** Never asked by itself; taken when the citizen says it or a paper shows it. */
  readonly quiet?: boolean;
  /** Another question whose answer may be the same; offered as one tap. */
  readonly sameAs?: string;
  /** What the citizen writes stands on the document. Marked by the catalogue, never in a definition. */
  readonly isPrinted?: true;
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
  /**
   * Whose it is where people other than the applicant take part, such as `bride`: it does for no requirement of another
   * person, and `prefill` names it by its own id: `bride_id.name`.
   */
  readonly whose?: string;
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
  /** `working`: Monday to Friday less holidays. Hours are counted on the clock, holidays included. */
  readonly unit: 'working' | 'calendar' | 'hours';
}

export interface Step {
  readonly role: string;
  readonly action: string;
  /** Days that this step may take. */
  readonly days: number;
  readonly when?: Rule;
  /** `field`: the officer comes to the place. `office`: the citizen comes to the office. */
  readonly visit?: 'field' | 'office';
  /** Done when the document is out already, such as a later inspection of what was issued at once. */
  readonly afterIssue?: boolean;
}

/** The identity function; it exists so that a definition is checked by the compiler where it is written. */
export const defineService = (definition: ServiceDefinition): ServiceDefinition => definition;

/** An answer in its canonical form: text as written, dates ISO, numbers and money (paise) as digits, choices by value. */
export type Answer = string;
export type Answers = Readonly<Record<string, Answer>>;

export type FeeBreakdown = readonly { readonly id: string; readonly amount: Money }[];
