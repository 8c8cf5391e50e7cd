import { audioTypeOf } from '#domain/conversation/audio-type.ts';
import type { MediaRef } from '#domain/conversation/message.ts';
import { fileTypeOf } from '#domain/document/file-type.ts';
import { Paper } from '#domain/document/paper.ts';
import type { PaperProblem, Reading } from '#domain/document/reading.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import { MediaUnavailable } from '#domain/shared/failure.ts';
import type { CitizenId, PaperId } from '#domain/shared/ids.ts';
import type { TellCitizen } from '../ports/in/telling.ts';
import type { Channel } from '../ports/out/channel.ts';
import type { Channels } from '../ports/out/channels.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { DocumentStore } from '../ports/out/document-store.ts';
import type { Uploads } from '../ports/out/installation.ts';
import type { Log } from '../ports/out/log.ts';
import type { Papers } from '../ports/out/repositories.ts';
import type { TextReader } from '../ports/out/text-reader.ts';

// A file with one of these is not kept: it is no paper, or it could do harm.
const NOT_KEPT: ReadonlySet<PaperProblem> = new Set([
  'notAPaper',
  'tooLarge',
  'tooManyPixels',
  'tooManyPages',
  'damaged',
  'locked',
]);

export interface PaperToAccept {
  readonly paperId: PaperId;
  readonly media: MediaRef;
  /** Document types that would do; none when it is for an officer to look at, or to listen to: then it is not read. */
  readonly expected: readonly string[];
  readonly channel: ChannelKind;
}

/** Fetches a file from the provider, reads it and keeps it; then tells the talk what was seen. */
export class AcceptPaper {
  private readonly channels: Channels;
  private readonly reader: TextReader;
  private readonly papers: Papers;
  private readonly documents: DocumentStore;
  private readonly uploads: Pick<Uploads, 'limits'>;
  private readonly tell: TellCitizen;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(
    channels: Channels,
    reader: TextReader,
    papers: Papers,
    documents: DocumentStore,
    uploads: Pick<Uploads, 'limits'>,
    tell: TellCitizen,
    clock: Clock,
    log: Log,
  ) {
    this.channels = channels;
    this.reader = reader;
    this.papers = papers;
    this.documents = documents;
    this.uploads = uploads;
    this.tell = tell;
    this.clock = clock;
    this.log = log;
  }

  /** Safe to repeat. On the last try the citizen hears that it did not work, instead of nothing. */
  async accept(citizenId: CitizenId, paper: PaperToAccept, isLastTry: boolean): Promise<void> {
    try {
      const known = (await this.papers.find(paper.paperId))?.snapshot().reading;
      const reading = known ?? (await this.fetchAndRead(citizenId, paper));
      await this.tell(citizenId, `paper-read/${paper.paperId}`, {
        type: 'paper-read',
        paperId: paper.paperId,
        reading,
      });
    } catch (error) {
      const isHopeless = error instanceof MediaUnavailable && !error.retry;
      if (!isHopeless && !isLastTry) throw error;
      this.log.alarm('paper.lost', { citizenId, paperId: paper.paperId }, error);
      await this.tell(citizenId, `paper-lost/${paper.paperId}`, { type: 'paper-lost', paperId: paper.paperId });
    }
  }

  private async fetchAndRead(
    citizenId: CitizenId,
    { paperId, media, expected, channel }: PaperToAccept,
  ): Promise<Reading> {
    const bytes = media.isKept
      ? await this.kept(citizenId, media.ref)
      : await fetched(this.fetchingFrom(channel), media, this.uploads.limits.mostMegabytes.value * 1_000_000);
    if (!bytes) return unusable('tooLarge');
    const mime = media.kind === 'audio' ? audioTypeOf(bytes)?.mime : fileTypeOf(bytes);
    if (!mime) return unusable('notAPaper');
    const reading: Reading =
      expected.length > 0 ? await this.reader.read(bytes, expected) : { quality: 'good', facts: {}, problems: [] };
    if (reading.problems.some((problem) => NOT_KEPT.has(problem))) return reading;
    await this.documents.put(paperId, citizenId, { bytes, mime });
    const paper = Paper.receive({ id: paperId, citizenId, documentId: paperId, mime, receivedAt: this.clock.now() });
    paper.recordReading(reading);
    await this.papers.add(paper);
    if (media.isKept) await this.documents.remove(media.ref, citizenId);
    return reading;
  }

  private fetchingFrom(channel: ChannelKind): NonNullable<Channel['fetchMedia']> {
    const from = this.channels.of(channel);
    if (!from?.fetchMedia) throw new MediaUnavailable('no-channel', { retry: false });
    return from.fetchMedia.bind(from);
  }

  private async kept(citizenId: CitizenId, id: string): Promise<Uint8Array> {
    const file = await this.documents.get(id, citizenId);
    if (!file) throw new MediaUnavailable('no-such-file', { retry: false });
    return file.bytes;
  }
}

/** Absent when the file is larger than any paper may be; it is not fetched to its end then. */
async function fetched(
  fetch: (media: MediaRef, maxBytes: number) => Promise<Uint8Array>,
  media: MediaRef,
  mostBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    return await fetch(media, mostBytes);
  } catch (error) {
    if (error instanceof MediaUnavailable && error.code === 'too-large') return undefined;
    throw error;
  }
}

const unusable = (problem: PaperProblem): Reading => ({ quality: 'unusable', facts: {}, problems: [problem] });
