import { readYesNo } from '../answers/yes-no.ts';
import { type Phrase, phrase, verbatim } from '../shared/phrase.ts';
import { isAside } from './asides.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import { hearStale } from './menu-talk.ts';
import type { MediaRef } from './message.ts';
import { choice, type TurnInHand } from './turn.ts';

/** Longest answer that an officer is sent. */
const LONGEST_ANSWER = 1500;

/** Puts an officer's question to the citizen; his next message is taken as the answer. */
export function answerQuery(turn: TurnInHand): void {
  const { query } = turn.conversation;
  if (!query) return hearStale(turn);
  turn.change({ query: { ...query, isAsked: true } });
  if (query.isAppeal) return turn.say('appeal.grounds');
  turn.say(
    phrase('query.asked', {
      acknowledgementNumber: query.acknowledgementNumber,
      question: { phrase: verbatim(query.question) },
    }),
    { asksPaper: { applicationId: query.applicationId, tries: query.papers.length } },
  );
}

/** The citizen wants the decision looked at again; he is asked why. */
export function beginAppeal(turn: TurnInHand, applicationId: string): void {
  turn.change({
    query: { applicationId, acknowledgementNumber: '', question: '', isAsked: true, papers: [], isAppeal: true },
  });
  turn.say('appeal.grounds');
}

/** A text while an officer's question is open: shown back first, and sent after a yes. */
export function hearInQuery(turn: TurnInHand, text: string): boolean {
  const { query } = turn.conversation;
  if (!query?.isAsked) return false;
  if (query.draft !== undefined) {
    const yes = readYesNo(text);
    if (yes === true) sendQueryAnswer(turn);
    if (yes === false) changeQueryAnswer(turn);
    if (yes !== undefined) return true;
  }
  if (isAside(turn, text)) return false;
  turn.change({ query: { ...query, draft: text.slice(0, LONGEST_ANSWER) } });
  showDraft(turn);
  return true;
}

/** A paper in answer to an officer's question. */
export function hearQueryPaper(turn: TurnInHand, media: MediaRef): boolean {
  const { query } = turn.conversation;
  if (!query?.isAsked || query.isAppeal) return false;
  const paperId = turn.context.freshId;
  turn.wish({ type: 'accept-paper', paperId, media, expected: [] });
  turn.change({ query: { ...query, papers: [...query.papers, paperId], draft: query.draft ?? '' } });
  showDraft(turn);
  return true;
}

/** A paper that the officer was to get is none: it is taken out of the answer, and what to send instead is said. */
export function hearQueryPaperGone(turn: TurnInHand, paperId: string, why: Phrase): boolean {
  const { query } = turn.conversation;
  if (!query?.papers.includes(paperId)) return false;
  const { draft = '', ...rest } = query;
  const papers = query.papers.filter((each) => each !== paperId);
  const isEmpty = draft === '' && papers.length === 0;
  turn.change({ query: { ...rest, papers, ...(!isEmpty && { draft }) } });
  turn.say(why);
  if (isEmpty) answerQuery(turn);
  else showDraft(turn);
  return true;
}

function showDraft(turn: TurnInHand): void {
  const { query } = turn.conversation;
  if (!query) return;
  const draft = { phrase: verbatim(query.draft ?? '') };
  const shown = query.isAppeal
    ? phrase('appeal.draft', { grounds: draft })
    : draftSentence(query.draft ?? '', query.papers.length);
  turn.say(shown, {
    choices: [choice(command.querySend, 'query.send'), choice(command.queryChange, 'query.change')],
  });
}

function draftSentence(draft: string, count: number): Phrase {
  const answer = { phrase: verbatim(draft) };
  if (count === 0) return phrase('query.draft', { answer });
  return draft === '' ? phrase('query.draftPapersOnly', { count }) : phrase('query.draftWithPapers', { answer, count });
}

export function sendQueryAnswer(turn: TurnInHand): void {
  const { query } = turn.conversation;
  if (query?.draft === undefined) return hearStale(turn);
  const { applicationId, draft, papers, isAppeal } = query;
  turn.forget('query');
  if (isAppeal) return turn.wish({ type: 'appeal', applicationId, grounds: draft });
  turn.wish({ type: 'answer-query', applicationId, answer: draft, papers });
}

export function changeQueryAnswer(turn: TurnInHand): void {
  const { query } = turn.conversation;
  if (!query) return hearStale(turn);
  const { draft: _draft, ...rest } = query;
  turn.change({ query: { ...rest, papers: [] } });
  if (turn.conversation.form && !query.isAsked) return askAgain(turn);
  answerQuery(turn);
}
