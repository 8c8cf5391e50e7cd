import type { Reading } from '#domain/document/reading.ts';
import type { IsoDate } from '#domain/shared/time.ts';
import { readAadhaarQr } from './aadhaar-qr.ts';
import { deskew } from './deskew.ts';
import { type Facts, factOfCell, findFacts, missedCells } from './find-facts.ts';
import { findSheet } from './find-sheet.ts';
import { flatten } from './flatten.ts';
import type { Ocr } from './ocr.ts';
import { openFile } from './open-file.ts';
import { type Page, Unusable } from './page.ts';
import { cut, type Picture, soften, turn } from './picture.ts';
import { judge } from './quality.ts';
import { resolve, votes } from './recognise.ts';
import { conclude, hasAll, isSure, merge, nothingSeen, type Question, type Sight } from './sight.ts';
import { dewarp } from './warp.ts';
import type { Word } from './words.ts';

export interface Wanted extends Question {
  readonly today: IsoDate;
  /** Told before each page, so that the time limit is one of pages, not of files. */
  onPage(): void;
}

/** From the bytes of a file to a reading. What is wrong with the file becomes problems, never an error. */
export async function readPaper(file: Uint8Array, wanted: Wanted, ocr: Ocr): Promise<Reading> {
  let whole = nothingSeen;
  try {
    for await (const page of openFile(file)) {
      wanted.onPage();
      const picturesOnly = asPicture(wanted);
      if (picturesOnly) return picturesOnly;
      whole = merge(whole, await readPage(page, wanted, ocr));
      if (hasAll(whole)) break;
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
  if (hasAll(fromText)) return fromText;
  const quad = page.isScan ? undefined : await findSheet(page.picture);
  const sheet = quad ? dewarp(page.picture, quad) : page.picture;
  const quality = page.isScan ? { hopeless: undefined, doubts: [] } : await judge(sheet);
  if (quality.hopeless) return { ...nothingSeen, problems: [quality.hopeless] };
  const seen = await readPicture(await deskew(await flatten(sheet)), wanted, ocr);
  const all = merge(merge(fromText, await readCode(sheet, seen, wanted)), seen);
  return { ...all, problems: quality.doubts };
}

/** Upright first; turned when nothing is recognised; cell by cell, then softened, when values are still missing. */
async function readPicture(picture: Picture, wanted: Wanted, ocr: Ocr): Promise<Sight> {
  const straight = await readUpright(picture, wanted, ocr);
  const degrees = straight.votes > 0 ? 0 : await ocr.turnNeeded(picture).catch(() => 0);
  const upright = degrees === 0 ? picture : await turn(picture, degrees);
  const seen = degrees === 0 ? straight : await readUpright(upright, wanted, ocr);
  if (isSure(seen) || !seen.paper) return seen;
  return merge(seen, recognise(await ocr.words(await soften(upright, 0.8)), wanted, 'ocr'));
}

async function readUpright(picture: Picture, wanted: Wanted, ocr: Ocr): Promise<Sight> {
  const words = await ocr.words(picture);
  const seen = recognise(words, wanted, 'ocr');
  if (isSure(seen) || !seen.paper || seen.votes === 0) return seen;
  const facts: Facts = {};
  for (const { fact, box } of missedCells(words, seen.paper, seen.facts)) {
    const cell = await cut(picture, box);
    const found = cell && factOfCell(await ocr.line(cell), fact, wanted.today);
    if (found) facts[fact.name] = found;
  }
  return merge(seen, { ...seen, facts, letters: 0 });
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
