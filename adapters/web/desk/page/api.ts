/** What the desk's JSON routes say, in words of the officer's language. The page and the routes both keep to it. */
export interface FileRow {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly status: string;
  readonly statusName: string;
  readonly submittedAt: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  /** What the citizen may claim for the delay, in words. */
  readonly compensation?: string;
}

export const fileOrders = ['due', 'submitted', 'service'] as const;
export type FileOrder = (typeof fileOrders)[number];

/** One page of the list. */
export interface FileList {
  readonly rows: readonly FileRow[];
  /** How many there are on all pages, and how many of them are late. */
  readonly count: number;
  readonly overdue: number;
  readonly page: number;
  readonly pages: number;
  /** Rows on the pages before. */
  readonly before: number;
}

export interface ReadFact {
  readonly name: string;
  readonly value: string;
  /** 0 to 1, how sure the reader was. */
  readonly confidence: number;
  /** What the citizen confirmed, where a question asks for the same thing. */
  readonly confirmed?: string;
  readonly differs: boolean;
}

export interface ShownPaper {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly facts: readonly ReadFact[];
}

/** All that an officer may do; those `wordless` need no words to go with them. */
export const deskActions = [
  'query',
  'forward',
  'approve',
  'reject',
  'start',
  'resolve',
  'attend',
  'miss',
  'allow',
  'dismiss',
  'check',
  'correct',
  'revoke',
] as const;

export type DeskAction = (typeof deskActions)[number];

export const wordless: ReadonlySet<DeskAction> = new Set([
  'forward',
  'approve',
  'start',
  'attend',
  'miss',
  'allow',
  'check',
]);

/** What gives the citizen what he asked for. */
export const granting: ReadonlySet<DeskAction> = new Set(['approve', 'allow']);

export interface ShownFile extends FileRow {
  readonly version: number;
  readonly answers: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  readonly papers: readonly ShownPaper[];
  readonly history: readonly {
    readonly at: string;
    readonly what: string;
    readonly by: string;
    readonly note?: string;
  }[];
  /** What follows from the answers for the tax, line by line. */
  readonly tax?: {
    readonly title: string;
    readonly lines: readonly { readonly name: string; readonly amount: string }[];
  };
  /** Numbers of other files about the same thing; who grants this one says that he looked at them. */
  readonly beside: readonly string[];
  /** What can be put right in the document that is out, each with what stands there now. */
  readonly correctable: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly isDate: boolean;
    /** Empty where words are written. */
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  }[];
  /** Who resolves it attaches a photo of the work. */
  readonly needsPhoto: boolean;
  readonly may: readonly DeskAction[];
  /** What else stands over the file, each a line: its step, to whom it was escalated, the appeal, the slot, what is owed for delay. */
  readonly remarks: readonly string[];
  readonly certificateNumber?: string;
}

/** A citizen who asked for a person. */
export interface ShownRow {
  readonly id: string;
  readonly about: string;
  readonly language: string;
  readonly askedAt: string;
  readonly isTaken: boolean;
  readonly isYours: boolean;
}

export interface ShownTalk extends ShownRow {
  readonly isEnded: boolean;
  readonly lines: readonly TalkLine[];
}

export interface TalkLine {
  readonly by: 'citizen' | 'us' | 'officer' | 'colleague';
  readonly text: string;
  readonly at?: string;
  /** What was sent with it and can be opened. */
  readonly file?: { readonly id: string; readonly mime: string };
}

/** A part of what was said beside the talk with the officer. */
export interface ShownEarlier {
  readonly lines: readonly TalkLine[];
  /** Lines that he may not see. */
  readonly hidden: number;
  readonly before?: number;
}

/** What the server puts into the page. */
export interface DeskPageData {
  readonly officer?: {
    readonly name: string;
    readonly role: string;
    readonly department: string;
    readonly isAdministrator: boolean;
  };
  readonly demoUsers?: readonly { readonly name: string; readonly password: string; readonly role: string }[];
}
