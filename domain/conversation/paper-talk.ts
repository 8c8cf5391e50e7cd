import { understandAnswer } from '../answers/understand-answer.ts';
import { check } from '../catalogue/check-answer.ts';
import { openQuestions } from '../catalogue/questions.ts';
import type { Answers, PaperRequirement, ServiceDefinition } from '../catalogue/service-definition.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { askedType } from './asides.ts';
import { askAgain } from './asking.ts';
import { type AwaitedPaper, awaitedPaper, nameOf } from './awaited-paper.ts';
import { command } from './commands.ts';
import type { Asking, Form } from './conversation.ts';
import type { PaperEvent, PaperReading } from './event.ts';
import { askNext, openPapers } from './form.ts';
import { hearStale } from './menu-talk.ts';
import type { InboundContent } from './message.ts';
import { optionsOf } from './options.ts';
import { hearFileGone, keptForPerson, passFile } from './person-talk.ts';
import { hearQueryPaper, hearQueryPaperGone } from './query-talk.ts';
import { choice, type TurnInHand } from './turn.ts';
import { hearVoice } from './voice-talk.ts';

type HeardMedia = Extract<InboundContent, { type: 'media' }>;

/** A file has come. Where a paper is wanted it is taken for that one; reading it happens outside the talk. */
export function hearMedia(turn: TurnInHand, heard: HeardMedia): void {
  const { media, caption, answers } = heard;
  if (answers && !isStillWanted(turn, answers)) return;
  if (media.kind === 'sticker') return sayWithForm(turn, 'talk.sticker');
  if (media.kind === 'audio') return hearVoice(turn, media);
  if (media.kind === 'video') return sayWithForm(turn, askedType(turn) ? 'talk.unsupported' : 'paper.noVideo');
  if (hearQueryPaper(turn, media)) return;

  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  const requirement = form && service && wantedNow(turn, service, form);
  if (!requirement && passFile(turn, heard)) return keptForPerson(turn);
  if (!form || !service || !requirement)
    return sayWithForm(turn, form ? 'paper.notWantedNow' : 'paper.whatFor', caption);

  const tries = form.asking.what === 'paper' ? form.asking.tries : 0;
  const paperId = turn.context.freshId;
  turn.changeForm({ asking: { what: 'reading', requirement: requirement.id, paperId, tries } });
  turn.wish({ type: 'accept-paper', paperId, media, expected: requirement.anyOf });
  turn.say('paper.received');
}

/** The same may come twice when a line is slow. */
function isStillWanted({ conversation }: TurnInHand, asked: AwaitedPaper): boolean {
  const wanted = awaitedPaper(conversation);
  return wanted !== undefined && !wanted.isBeingRead && nameOf(wanted) === nameOf(asked);
}

function wantedNow(turn: TurnInHand, service: ServiceDefinition, form: Form): PaperRequirement | undefined {
  const { asking } = form;
  if (asking.what === 'consent' || asking.what === 'reading' || asking.what === 'blocked') return undefined;
  const open = openPapers(service, form, turn);
  const asked = asking.what === 'paper' ? open.find(({ id }) => id === asking.requirement) : undefined;
  return asked ?? open[0];
}

function sayWithForm(turn: TurnInHand, key: string, _caption?: string): void {
  if (turn.conversation.form) return askAgain(turn, phrase(key));
  turn.say(key, { choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')] });
}

/** What the reader saw. Late news about a paper that is no longer waited for changes nothing. */
export function hearPaper(turn: TurnInHand, event: PaperEvent): void {
  const why = whyGone(turn, event);
  if (why && (hearFileGone(turn, event.paperId, why) || hearQueryPaperGone(turn, event.paperId, why))) return;
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service || form.asking.what !== 'reading' || form.asking.paperId !== event.paperId) return;
  const { requirement, paperId, tries } = form.asking;

  if (event.type === 'paper-lost') {
    turn.changeForm({ asking: { what: 'paper', requirement, tries } });
    return askAgain(turn, phrase('paper.lost'));
  }
  const { reading } = event;
  const [problem] = reading.problems;
  if (reading.quality === 'unusable' || problem === 'wrongType') {
    turn.changeForm({
      asking: { what: 'paper', requirement, tries: tries + 1, ...(mayBeKept(reading) && { last: paperId }) },
    });
    const said = problemPhrase(turn, problem);
    return askAgain(turn, tries > 0 ? lines(said, phrase('form.helpOffered')) : said);
  }
  const given = { paperId, ...(reading.type && { type: reading.type }) };
  const implied = service.papers?.find(({ id }) => id === requirement)?.implies ?? {};
  const source = sourceOf(service, requirement, reading);
  const offered = answersFrom(turn, service, { ...form.answers, ...implied }, reading, source);
  const papers = {
    ...form.papers,
    ...alsoServes(turn, service, form, requirement, reading.type, paperId),
    [requirement]: given,
  };
  turn.changeForm({ papers, answers: { ...form.answers, ...implied } });
  if (Object.keys(offered).length === 0) {
    return askNext(turn, phrase('paper.taken'));
  }
  turn.changeForm({ asking: { what: 'facts', requirement, offered } });
  askAgain(turn);
}

/** Why a paper is not kept at all; absent when it is. */
function whyGone(turn: TurnInHand, event: PaperEvent): Phrase | undefined {
  if (event.type === 'paper-lost') return phrase('paper.lost');
  const [problem] = event.reading.problems;
  return event.reading.quality === 'unusable' ? problemPhrase(turn, problem) : undefined;
}

const problemPhrase = ({ context }: TurnInHand, problem: PaperReading['problems'][number] = 'noText'): Phrase =>
  phrase(`paper.${problem}`, { megabytes: context.mostMegabytes });

// A file that is no picture at all, or harmful, is never kept, whatever the citizen says.
const mayBeKept = ({ problems }: PaperReading): boolean =>
  !problems.some((problem) =>
    ['notAPaper', 'tooLarge', 'tooManyPixels', 'damaged', 'locked', 'tooManyPages'].includes(problem),
  );

/** One paper may do for several requirements: an Aadhaar card shows who one is and where one lives. */
function alsoServes(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  requirement: string,
  type: string | undefined,
  paperId: string,
): Form['papers'] {
  if (!type) return {};
  const owner = service.papers?.find(({ id }) => id === requirement)?.whose;
  const others = openPapers(service, form, turn).filter(
    (paper) => paper.id !== requirement && paper.whose === owner && paper.anyOf.includes(type),
  );
  return Object.fromEntries(others.map(({ id }) => [id, { paperId, type }]));
}

/** By which name `prefill` speaks of a paper: its type, or the requirement where it is another person's. */
function sourceOf({ papers = [] }: ServiceDefinition, requirement: string, { type }: PaperReading): string | undefined {
  return papers.find(({ id }) => id === requirement)?.whose === undefined ? type : requirement;
}

/** What the paper says about questions that have no answer yet; only what fits them. */
function answersFrom(
  turn: TurnInHand,
  service: ServiceDefinition,
  answers: Answers,
  { facts }: PaperReading,
  source: string | undefined,
): Answers {
  if (!source) return {};
  const known = turn.facts(service, answers);
  const pairs = openQuestions(service, answers, turn.today, turn.more(service, answers)).flatMap(
    (question): [string, string][] => {
      const name = question.prefill?.find(
        (fact) => fact.startsWith(`${source}.`) && facts[fact.slice(source.length + 1)],
      );
      const read = name && facts[name.slice(source.length + 1)];
      if (!read) return [];
      const found = understandAnswer(question, read.value, {
        today: turn.today,
        language: turn.conversation.language,
        choices: optionsOf(turn, service, question),
      });
      return found.ok && !check(question, found.answer, known, turn.today) ? [[question.id, found.answer]] : [];
    },
  );
  return Object.fromEntries(pairs);
}

/** What is offered becomes answers, and papers that are here already are taken. */
export function keepFacts(turn: TurnInHand): void {
  const { form } = turn.conversation;
  if (form?.asking.what !== 'facts') return;
  const { offered, papers } = form.asking;
  turn.changeForm({ answers: { ...form.answers, ...offered }, papers: { ...form.papers, ...papers } });
}

/** The citizen says that the facts are right. */
export function takeFacts(turn: TurnInHand): void {
  if (turn.conversation.form?.asking.what !== 'facts') return hearStale(turn);
  keepFacts(turn);
  askNext(turn);
}

/** Passes a paper over, or keeps one that could not be read; the officer will look at it. */
export function passPaper(turn: TurnInHand, requirement: string, keep: boolean): void {
  const { form } = turn.conversation;
  const asking: Asking | undefined = form?.asking;
  if (!form || asking?.what !== 'paper' || asking.requirement !== requirement) return hearStale(turn);
  if (keep && asking.last) {
    const implied = turn.context.catalogue.find(form.serviceId)?.papers?.find(({ id }) => id === requirement)?.implies;
    turn.changeForm({
      papers: { ...form.papers, [requirement]: { paperId: asking.last } },
      answers: { ...form.answers, ...implied },
    });
  } else {
    turn.changeForm({ papersSkipped: [...form.papersSkipped, requirement] });
  }
  askNext(turn);
}
