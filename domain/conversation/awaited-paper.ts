import type { ApplicationId } from '../shared/ids.ts';
import type { Conversation } from './conversation.ts';

/** A paper that a talk has asked for. What is sent by a link that was made for it answers this request and no other. */
export interface AwaitedPaper {
  readonly applicationId: ApplicationId;
  /** Absent when it is to answer an officer's question. */
  readonly requirement?: string;
  /** How many have come for it before. */
  readonly tries: number;
}

/** What the talk waits for now, or is just reading. */
export function awaitedPaper({ form, query }: Conversation): (AwaitedPaper & { isBeingRead: boolean }) | undefined {
  if (query?.isAsked && !query.isAppeal)
    return { applicationId: query.applicationId, tries: query.papers.length, isBeingRead: false };
  if (form?.asking.what !== 'paper' && form?.asking.what !== 'reading') return undefined;
  const { what, requirement, tries } = form.asking;
  return { applicationId: form.applicationId, requirement, tries, isBeingRead: what === 'reading' };
}

/** One word for it, by which two are known to be the same. */
export const nameOf = ({ applicationId, requirement = '', tries }: AwaitedPaper): string =>
  `${applicationId}/${requirement}/${tries}`;
