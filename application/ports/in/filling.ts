import type { AnswerProblem } from '#domain/catalogue/answer-problem.ts';
import type { QuestionState } from '#domain/catalogue/questions.ts';
import type { Answers, PaperRequirement, Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { SentPaper } from '#domain/conversation/conversation.ts';
import type { Entered } from '#domain/conversation/filling.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';

/** Forms beside the talk, such as WhatsApp's Flows. What is told in them lands in the talk, screen by screen. */
export interface Filling {
  /** How the form stands that this ticket is for. @throws FormOver */
  look(ticket: string): Promise<FormInHand>;
  /** Takes what was entered on one screen: what fits is kept, whatever is wrong with the rest. @throws FormOver */
  give(ticket: string, given: GivenScreen): Promise<{ readonly form: FormInHand; readonly problems: Problems }>;
}

export interface GivenScreen extends Entered {
  readonly papers: readonly SentPaper[];
}

export type Problems = readonly { readonly question: Question; readonly problem: AnswerProblem }[];

export interface FormInHand {
  readonly applicationId: ApplicationId;
  readonly service: ServiceDefinition;
  readonly language: Language;
  readonly answers: Answers;
  readonly questions: readonly { readonly question: Question; readonly state: QuestionState }[];
  /** Papers that are wanted and have not come. */
  readonly papers: readonly PaperRequirement[];
}
