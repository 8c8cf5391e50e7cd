import { audioTypeOf } from '#domain/conversation/audio-type.ts';
import type { VoiceProblem } from '#domain/conversation/event.ts';
import type { MediaRef } from '#domain/conversation/message.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import { Failure, MediaUnavailable } from '#domain/shared/failure.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { TellCitizen } from '../ports/in/telling.ts';
import type { Channels } from '../ports/out/channels.ts';
import type { Log } from '../ports/out/log.ts';
import type { SpeechReader } from '../ports/out/speech-reader.ts';

/** The most that WhatsApp carries of sound. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Characters of what is shown back: more is a letter that nobody can check on a small screen. */
const LONGEST = 1000;

export interface NoteToTranscribe {
  readonly noteId: string;
  readonly media: MediaRef;
  readonly language: Language;
  readonly channel: ChannelKind;
}

type Heard = { readonly text: string } | { readonly why: VoiceProblem };

/** Fetches a voice note and has it written down, then tells the talk. The sound is kept nowhere. */
export class TranscribeNote {
  private readonly channels: Channels;
  private readonly reader: SpeechReader | undefined;
  private readonly tell: TellCitizen;
  private readonly log: Log;

  constructor(channels: Channels, reader: SpeechReader | undefined, tell: TellCitizen, log: Log) {
    this.channels = channels;
    this.reader = reader;
    this.tell = tell;
    this.log = log;
  }

  /** Safe to repeat. On the last try the citizen hears that it did not work, instead of nothing. */
  async transcribe(citizenId: CitizenId, note: NoteToTranscribe, isLastTry: boolean): Promise<void> {
    const { noteId } = note;
    const heard = await this.heard(note).catch((error: unknown): Heard => {
      const isHopeless = error instanceof Failure && !error.retry;
      if (!isHopeless && !isLastTry) throw error;
      const why = problemOf(error);
      const ids = { citizenId, noteId, code: error instanceof Failure ? error.code : 'error' };
      if (why === 'down') this.log.alarm('voice.lost', ids, error);
      else this.log.warn('voice.unusable', ids);
      return { why };
    });
    if ('text' in heard)
      return this.tell(citizenId, `transcribed/${noteId}`, { type: 'transcribed', noteId, text: heard.text });
    await this.tell(citizenId, `transcribed/${noteId}`, { type: 'not-transcribed', noteId, why: heard.why });
  }

  private async heard({ media, language, channel }: NoteToTranscribe): Promise<Heard> {
    const from = this.channels.of(channel);
    if (!this.reader || !from?.fetchMedia) throw new MediaUnavailable('no-channel', { retry: false });
    const bytes = await from.fetchMedia(media, MOST_BYTES);
    const type = audioTypeOf(bytes);
    if (!type) throw new MediaUnavailable('wrong-type', { retry: false });
    const text = await this.reader.transcribe({ bytes, ...type }, language);
    // Of silence a reader makes dots and dashes.
    if (!/[\p{L}\p{N}]/u.test(text)) return { why: 'noWords' };
    return text.length > LONGEST ? { why: 'tooLong' } : { text };
  }
}

const problems: Readonly<Record<string, VoiceProblem>> = {
  'too-large': 'tooLong',
  'too-long': 'tooLong',
  'wrong-type': 'wrongType',
};

const problemOf = (error: unknown): VoiceProblem => (error instanceof Failure && problems[error.code]) || 'down';
