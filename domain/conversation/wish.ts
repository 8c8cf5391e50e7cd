import type { Answers } from '../catalogue/service-definition.ts';
import type { ChannelKind } from '../shared/contact-point.ts';
import type { ApplicationId, PaperId, ServiceId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import type { SaidLine } from '../shared/said-line.ts';
import type { Instant } from '../shared/time.ts';
import type { Submission } from './event.ts';
import type { MediaRef } from './message.ts';

/** What becomes of a booking by its citizen's wish. */
export type BookingChange = 'move' | 'cancel';

/** What the dialogue wants done. It cannot do anything itself; each wish is safe to repeat. */
export type Wish =
  | {
      readonly type: 'give-consent';
      /** A service, or `reuse`: what was told before may be used again. */
      readonly purpose: string;
      readonly noticeVersion: string;
      readonly language: Language;
    }
  | { readonly type: 'withdraw-consent' }
  /** Forget everything that is kept of the citizen. */
  | { readonly type: 'erase' }
  | {
      readonly type: 'accept-paper';
      readonly paperId: PaperId;
      readonly media: MediaRef;
      readonly expected: readonly string[];
      /** Where the file lies; where the citizen speaks unless told. */
      readonly channel?: ChannelKind;
    }
  /** The words of a voice note. */
  | {
      readonly type: 'transcribe';
      readonly noteId: string;
      readonly media: MediaRef;
      /** What he speaks, as far as is known. */
      readonly language: Language;
    }
  | { readonly type: 'fetch-bill'; readonly serviceId: ServiceId; readonly account: string }
  | { readonly type: 'submit'; readonly submission: Submission }
  /** A fresh link for what is still owed on an application. */
  | { readonly type: 'ask-payment'; readonly applicationId: ApplicationId }
  | {
      readonly type: 'find-slots';
      readonly applicationId: ApplicationId;
      readonly serviceId: ServiceId;
      readonly answers: Answers;
    }
  | {
      readonly type: 'hold-slot';
      readonly applicationId: ApplicationId;
      readonly serviceId: ServiceId;
      readonly answers: Answers;
      readonly slot: string;
    }
  | { readonly type: 'move-booking'; readonly applicationId: ApplicationId; readonly slot: string }
  /** `acknowledgementNumber`: about that one, if it is his. `bookingChange`: what he wants done with one that he has not named. */
  | { readonly type: 'track'; readonly acknowledgementNumber?: string; readonly bookingChange?: BookingChange }
  | { readonly type: 'cancel-booking'; readonly applicationId: ApplicationId }
  /** A code by which the citizen goes on elsewhere. */
  | { readonly type: 'make-link' }
  | {
      readonly type: 'answer-query';
      readonly applicationId: ApplicationId;
      readonly answer: string;
      readonly papers: readonly PaperId[];
    }
  | { readonly type: 'confirm-resolved'; readonly applicationId: ApplicationId }
  | { readonly type: 'reopen'; readonly applicationId: ApplicationId }
  /** The certificate and the receipt once more, for who has lost the message. */
  | { readonly type: 'send-documents'; readonly applicationId: ApplicationId }
  | { readonly type: 'appeal'; readonly applicationId: ApplicationId; readonly grounds: string }
  | { readonly type: 'withdraw-application'; readonly applicationId: ApplicationId }
  /** What he told before, for these questions and papers of a service. */
  | {
      readonly type: 'recall';
      readonly serviceId: ServiceId;
      readonly questions: readonly string[];
      readonly papers: readonly string[];
    }
  /** Somebody of the office shall read this talk and go on with it. */
  | {
      readonly type: 'hand-over';
      readonly handoverId: string;
      readonly serviceId?: ServiceId;
      readonly language: Language;
      /** What the form knows so far; what was said before is kept elsewhere. */
      readonly said: readonly SaidLine[];
    }
  | ({ readonly type: 'tell-officer'; readonly handoverId: string } & Pick<SaidLine, 'said' | 'paper'>)
  | { readonly type: 'leave-officer'; readonly handoverId: string }
  | { readonly type: 'stop-notices' }
  | { readonly type: 'resume-notices' }
  | { readonly type: 'set-timer'; readonly token: string; readonly at: Instant };
