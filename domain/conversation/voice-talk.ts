import { pickOption } from '../answers/pick-option.ts';
import { readYesNo } from '../answers/yes-no.ts';
import { phrase, verbatim } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import type { Conversation } from './conversation.ts';
import type { Outcome, TalkEvent, VoiceEvent } from './event.ts';
import type { InboundContent, MediaRef } from './message.ts';
import { passTranscript } from './person-talk.ts';
import { choice, type TurnContext, type TurnInHand } from './turn.ts';

type Words = TurnContext['words'];

/** A voice note has come. Its words are written down outside the talk; a newer note takes its place. */
export function hearVoice(turn: TurnInHand, media: MediaRef): void {
  if (!turn.context.hearsVoice) return sayInPlace(turn, 'talk.noVoice');
  const noteId = turn.context.freshId;
  turn.change({ voice: { noteId } });
  turn.wish({ type: 'transcribe', noteId, media, language: turn.conversation.language });
  turn.say('voice.listening');
}

/** What was heard in a note is shown back, and counts only after a yes. Of a note that is waited for no more, nothing is said. */
export function hearTranscript(turn: TurnInHand, event: VoiceEvent): void {
  if (passTranscript(turn, event)) return;
  const { voice } = turn.conversation;
  if (voice?.noteId !== event.noteId || voice.transcript !== undefined) return;
  if (event.type === 'not-transcribed') {
    turn.forget('voice');
    return sayInPlace(turn, `voice.${event.why}`);
  }
  const { offered } = turn.conversation;
  turn.change({ voice: { ...voice, transcript: event.text, ...(offered && { offered }) } });
  turn.say(phrase('voice.heard', { text: { phrase: verbatim(event.text) } }), {
    choices: [
      choice(command.voiceRight(voice.noteId), 'voice.right'),
      choice(command.voiceWrong(voice.noteId), 'voice.wrong'),
    ],
  });
}

/**
 * What is to be heard of something that came while a note was open: after a yes, the note's words as if they were typed;
 * after a no, nothing. Anything else takes the note's place.
 */
export function afterVoice(turn: TurnInHand, content: InboundContent): InboundContent | undefined {
  const { voice } = turn.conversation;
  if (!voice) return content;
  const answer = answerTo(voice, content, turn.context.words);
  turn.forget('voice');
  if (voice.transcript === undefined) return content;
  turn.forget('offered');
  if (voice.offered) turn.change({ offered: voice.offered });
  if (answer === undefined) return content;
  if (answer) return { type: 'text', text: voice.transcript, isSpoken: true };
  sayInPlace(turn, 'voice.again');
  return undefined;
}

/** The text that an event brings into the talk: typed, or spoken and now confirmed. */
export function textIn(
  conversation: Pick<Conversation, 'voice'>,
  event: TalkEvent | Outcome,
  words: Words,
): string | undefined {
  if (event.type !== 'heard') return undefined;
  const { voice } = conversation;
  if (voice?.transcript !== undefined && answerTo(voice, event.content, words)) return voice.transcript;
  return event.content.type === 'text' ? event.content.text : undefined;
}

function answerTo(
  { noteId, transcript }: NonNullable<Conversation['voice']>,
  content: InboundContent,
  words: Words,
): boolean | undefined {
  if (transcript === undefined) return undefined;
  // A bare number is more likely an answer than the number of a button.
  if (content.type === 'text' && /^\p{N}+$/u.test(content.text.trim())) return undefined;
  const [right, wrong] = [command.voiceRight(noteId), command.voiceWrong(noteId)];
  const picked =
    content.type === 'choice'
      ? content.id
      : content.type === 'text'
        ? pickOption(content.text, [
            { value: right, labels: words('voice.right') },
            { value: wrong, labels: words('voice.wrong') },
          ])
        : undefined;
  if (picked === right || picked === wrong) return picked === right;
  return content.type === 'text' ? readYesNo(content.text) : undefined;
}

function sayInPlace(turn: TurnInHand, key: string): void {
  if (turn.conversation.form) return askAgain(turn, phrase(key));
  turn.say(key, { choices: [choice(command.services, 'menu.services'), choice(command.mine, 'menu.mine')] });
}
