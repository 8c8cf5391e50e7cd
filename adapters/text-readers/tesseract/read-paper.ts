import type { PaperProblem, Reading } from '#domain/document/reading.ts';
import type { IsoDate } from '#domain/shared/time.ts';
import type { PaperDefinition } from '../paper-definition.ts';
import { readAadhaarQr } from './aadhaar-qr.ts';
import { type Facts, findFacts } from './find-facts.ts';
import { findSheet } from './find-sheet.ts';
import { flatten } from './flatten.ts';
import type { Ocr } from './ocr.ts';
import { openFile } from './open-file.ts';
import { type Page, Unusable } from './page.ts';
import { type Picture, soften, turn } from './picture.ts';
import { judge } from './quality.ts';
import { resolve, votes } from './recognise.ts';
import { dewarp } from './warp.ts';
import type { Word } from './words.ts';

export interface Wanted {
  readonly papers: readonly PaperDefinition[];
  readonly expected: readonly string[];
  readonly today: IsoDate;
  /** Told before each page, so that the time limit is one of pages, not of files. */
  onPage(): void;
}

/** What one page, read as one document type, tells. */
interface Sight {
  readonly paper: PaperDefinition | undefined;
  readonly votes: number;
  readonly facts: Facts;
  readonly letters: number;
  readonly problems: readonly PaperProblem[];
}

const nothingSeen: Sight = { paper: undefined, votes: 0, facts: {}, letters: 0, problems: [] };

/** From the bytes of a file to a reading. What is wrong with the file becomes problems, never an error. */
export async function readPaper(file: Uint8Array, wanted: Wanted, ocr: Ocr): Promise<Reading> {
  let whole = nothingSeen;
  try {
    for await (const page of openFile(file)) {
      wanted.onPage();
      const picturesOnly = asPicture(wanted);
      if (picturesOnly) return picturesOnly;
      whole = merge(whole, await readPage(page, wanted, ocr));
      if (whole.paper && isComplete(whole)) break;
    }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    if (whole === nothingSeen) return { quality: 'unusable', facts: {}, problems: [error.problem] };
    whole = { ...whole, problems: [...whole.problems, error.problem] };
  }
  return conclude(whole, wanted);
}

/** A complaint's photograph has nothing to read; that it opened as a picture is all that is asked. */
function asPicture({ expected, papers }: Wanted): Reading | undefined {
  const [type] = expected;
  const paper = papers.find((each) => each.type === type);
  const isPicture = paper && paper.keywords.length === 0 && paper.facts.length === 0 && !paper.anyOf;
  return isPicture ? { type: paper.type, quality: 'good', facts: {}, problems: [] } : undefined;
}

async function readPage(page: Page, wanted: Wanted, ocr: Ocr): Promise<Sight> {
  const fromText = page.words.length > 0 ? recognise(page.words, wanted, 'text') : nothingSeen;
  if (isComplete(fromText)) return fromText;
  const quad = page.isScan ? undefined : await findSheet(page.picture);
  const sheet = quad ? dewarp(page.picture, quad) : page.picture;
  const quality = page.isScan ? { hopeless: undefined, doubts: [] } : await judge(sheet);
  if (quality.hopeless) return { ...nothingSeen, problems: [quality.hopeless] };
  const seen = await readPicture(await flatten(sheet), wanted, ocr);
  const all = merge(merge(fromText, await readCode(sheet, seen, wanted)), seen);
  return { ...all, problems: quality.doubts };
}

/** Upright first; turned when nothing is recognised; softened when values are still missing. */
async function readPicture(picture: Picture, wanted: Wanted, ocr: Ocr): Promise<Sight> {
  const straight = recognise(await ocr.words(picture), wanted, 'ocr');
  if (isComplete(straight)) return straight;
  const degrees = straight.votes > 0 ? 0 : await ocr.turnNeeded(picture).catch(() => 0);
  const upright = degrees === 0 ? picture : await turn(picture, degrees);
  const seen = degrees === 0 ? straight : recognise(await ocr.words(upright), wanted, 'ocr');
  if (isComplete(seen) || !seen.paper) return seen;
  return merge(seen, recognise(await ocr.words(await soften(upright, 0.8)), wanted, 'ocr'));
}

async function readCode(sheet: Picture, { paper }: Sight, { expected, papers }: Wanted): Promise<Sight> {
  const asked = papers.filter(({ type }) => (paper ? type === paper.type : resolve(expected, papers).includes(type)));
  const carrier = asked.find(({ qr }) => qr === 'aadhaar');
  const facts = carrier ? await readAadhaarQr(sheet) : undefined;
  return carrier && facts ? { ...nothingSeen, paper: carrier, votes: carrier.keywords.length, facts } : nothingSeen;
}

/** The document type that explains the words best; between equals, one that was asked for. */
function recognise(words: readonly Word[], { papers, expected, today }: Wanted, source: 'ocr' | 'text'): Sight {
  const asked = resolve(expected, papers);
  const letters = words.reduce((sum, { text, confidence }) => sum + (confidence > 0.4 ? text.length : 0), 0);
  let best: Sight = { ...nothingSeen, letters };
  let most = 0;
  for (const paper of papers.filter(({ facts }) => facts.length > 0)) {
    const counted = votes(words, paper);
    const isAsked = asked.includes(paper.type);
    if (counted === 0 && !isAsked) continue;
    const facts = findFacts(words, paper, today, source);
    const found = Object.keys(facts).length;
    const score = 2 * counted + found + (isAsked ? 0.5 : 0);
    if (score <= most || (counted === 0 && found < 2)) continue;
    most = score;
    best = { paper, votes: counted, facts, letters, problems: [] };
  }
  return best;
}

const isComplete = ({ paper, facts }: Sight): boolean =>
  paper?.facts.every(({ name }) => facts[name] !== undefined) ?? false;

/** Later sights add what earlier ones lack; of two readings of one fact the surer stays. */
function merge(first: Sight, second: Sight): Sight {
  const leading = second.paper && (!first.paper || second.votes > first.votes) ? second : first;
  const letters = first.letters + second.letters;
  const problems = [...new Set([...first.problems, ...second.problems])];
  if (first.paper && second.paper && first.paper !== second.paper) return { ...leading, letters, problems };
  const facts: Facts = { ...first.facts };
  for (const [name, fact] of Object.entries(second.facts)) {
    if ((facts[name]?.confidence ?? 0) < fact.confidence) facts[name] = fact;
  }
  return { paper: leading.paper, votes: leading.votes, facts, letters, problems };
}

/** A page with fewer letters than this has nothing on it worth the name of a text. */
const FEW_LETTERS = 25;

function conclude(seen: Sight, { expected, papers }: Wanted): Reading {
  const { paper, facts, problems } = seen;
  if (!paper) return { quality: 'unusable', facts: {}, problems: blame(seen, expected, papers) };
  const wrong = expected.length > 0 && !resolve(expected, papers).includes(paper.type);
  if (wrong) return { type: paper.type, quality: 'poor', facts, problems: ['wrongType', ...problems] };
  if (isComplete(seen)) return { type: paper.type, quality: 'good', facts, problems: [] };
  const found = Object.keys(facts).length;
  const quality = found === 0 ? 'unusable' : problems.length > 0 || found * 2 < paper.facts.length ? 'poor' : 'good';
  return { type: paper.type, quality, facts, problems: problems.length > 0 || found > 0 ? problems : ['noText'] };
}

/** Nothing was recognised: by the photograph's own fault, for want of text, or because it is something else. */
function blame(
  { problems, letters }: Sight,
  expected: readonly string[],
  papers: readonly PaperDefinition[],
): PaperProblem[] {
  const known = resolve(expected, papers).every((type) => papers.some((paper) => paper.type === type));
  const rest: PaperProblem[] = letters < FEW_LETTERS ? ['noText'] : expected.length > 0 && known ? ['wrongType'] : [];
  const all = [...problems, ...rest];
  return all.length > 0 ? all : ['wrongType'];
}
