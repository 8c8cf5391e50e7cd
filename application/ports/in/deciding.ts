import type { DeskAction } from '#domain/department/officer.ts';
import type { AssessedTax } from '#domain/property-tax/assessed-tax.ts';
import type { ApplicationId, CitizenId, OfficerId, PaperId, ServiceId } from '#domain/shared/ids.ts';
import type { Money } from '#domain/shared/money.ts';
import type { Instant, IsoDate } from '#domain/shared/time.ts';
import type { StoredFile } from '../out/document-store.ts';
import type { OfficeOrder } from '../out/repositories.ts';

/** What officers do at their desk. Whoever reads personal data here leaves an audit entry. */
export interface Deciding {
  /** @throws SignInRefused, alike for an unknown name and a wrong password; @throws TooManyTries */
  signIn(credentials: { readonly name: string; readonly password: string; readonly ip: string }): Promise<SignedIn>;
  /** The officer behind a session; absent when it has ended. */
  sessionOf(token: string): Promise<SignedIn | undefined>;
  signOut(token: string): Promise<void>;

  /** A page of the files of the officer's office. A page behind the last is the last. */
  list(officerId: OfficerId, filter: DeskFilter): Promise<DeskList>;
  /** One file, whole. @throws ApplicationUnknown @throws NotYourOffice */
  view(officerId: OfficerId, applicationId: ApplicationId): Promise<DeskFile>;
  /** One paper of a file, to look at. */
  paper(officerId: OfficerId, applicationId: ApplicationId, paperId: PaperId): Promise<StoredFile>;

  /**
   * Does one of the things that the desk offers; `text` is a question, a reason or a note, where it needs one.
   * @throws PhotoMissing or NotAPhoto for a complaint whose work is to be shown
   * @throws NothingCorrected or CorrectionUnfit for a correction
   * @throws OthersUnseen where there are others about the same thing, and it is not done knowingly
   */
  act(action: DeskAction, command: Decision & Given): Promise<void>;
}

export interface SignedIn {
  readonly token: string;
  /** Sent back by forms to prove that they are ours. */
  readonly csrfToken: string;
  readonly officer: {
    readonly id: OfficerId;
    readonly name: string;
    readonly role: string;
    readonly department: string;
    readonly isAdministrator: boolean;
  };
}

export interface DeskFilter {
  readonly status?: 'open' | 'waiting' | 'done';
  readonly search?: string;
  /** Those due first, first, where nothing is said. */
  readonly order?: OfficeOrder;
  /** Counted from 1. */
  readonly page?: number;
}

export interface DeskList {
  readonly rows: readonly DeskRow[];
  /** How many there are on all pages, and how many of them are late. */
  readonly count: number;
  readonly overdue: number;
  readonly page: number;
  readonly pages: number;
  /** Rows on the pages before. */
  readonly before: number;
}

export interface Decision {
  readonly officerId: OfficerId;
  readonly applicationId: ApplicationId;
  /** The version that the officer saw; a change meanwhile is a conflict. */
  readonly seenVersion: number;
}

/** What goes with a decision. */
export interface Given {
  readonly text?: string;
  /** The officer has looked at the others about the same thing. */
  readonly knowingly?: true;
  /** Of the work, with a resolution; the citizen gets it. */
  readonly photo?: Uint8Array;
  /** Answers put right in a document that is issued, by question id. */
  readonly corrections?: Readonly<Record<string, string>>;
}

export interface DeskRow {
  readonly id: ApplicationId;
  readonly acknowledgementNumber: string;
  readonly serviceId: ServiceId;
  readonly status: string;
  readonly submittedAt: Instant;
  readonly dueOn: IsoDate;
  readonly isOverdue: boolean;
  /** What the citizen may claim for the delay until now; absent while there is none. */
  readonly compensation?: Money;
}

export interface DeskFile extends DeskRow {
  readonly citizenId: CitizenId;
  readonly version: number;
  readonly kind: string;
  readonly answers: readonly { readonly questionId: string; readonly type: string; readonly value: string }[];
  readonly papers: readonly {
    readonly id: PaperId;
    readonly requirement: string;
    readonly type?: string;
    readonly mime: string;
    readonly facts: Readonly<Record<string, { readonly value: string; readonly confidence: number }>>;
  }[];
  readonly history: readonly {
    readonly at: Instant;
    readonly what: string;
    readonly by: string;
    readonly note?: string;
  }[];
  /** What this officer may do now. */
  readonly may: readonly DeskAction[];
  /** Where it stands in its course: the role whose turn it is, and until when. */
  readonly step?: { readonly role: string; readonly action: string; readonly since: Instant; readonly dueOn?: IsoDate };
  readonly escalatedTo?: string;
  readonly appeal?: string;
  readonly slot?: string;
  /** What can be put right in the document that is out, where this officer may. */
  readonly correctable?: readonly {
    readonly questionId: string;
    readonly type: string;
    readonly value: string;
    readonly choices: readonly string[];
  }[];
  /** Who resolves it attaches a photo of the work. */
  readonly needsPhoto?: true;
  /** How many complain of the same thing, where it is more than one. */
  readonly complainants?: number;
  /** Other applications about the same thing; whoever grants this one has looked at them. */
  readonly duplicates: readonly {
    readonly acknowledgementNumber: string;
    readonly status: string;
    readonly isOfAnother: boolean;
  }[];
  /** Why the citizen filed it beside another. */
  readonly secondBecause?: string;
  /** What follows for the property tax from the answers. */
  readonly tax?: AssessedTax;
  readonly certificateNumber?: string;
}
