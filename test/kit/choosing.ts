import { isDeepStrictEqual } from 'node:util';
import { partsOf } from '#domain/conversation/commands.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import type { SimulatedTalk } from './dialogue.ts';

/** Of what may be said at this moment of a talk: what does not choose what a tap on this id chooses, and nothing else. */
export function missing(talk: SimulatedTalk, id: string, said: readonly InboundContent[]): readonly InboundContent[] {
  const byTap = talk.fork();
  const wanted = byTap.hear({ type: 'heard', content: { type: 'choice', id } });
  const [area, question = '', value = ''] = partsOf(id);
  const isPicking = area === 'answer' && isPicked(byTap, question) && !isPicked(talk, question);
  return said.filter((content) => {
    const bySaying = talk.fork();
    const heard = bySaying.hear({ type: 'heard', content });
    // Who types one of several has answered, where a tap picks.
    if (isPicking && content.type === 'text') return bySaying.conversation.form?.answers[question] !== value;
    return !isDeepStrictEqual([heard, wishesOf(bySaying)], [wanted, wishesOf(byTap)]);
  });
}

/** What is typed is also told to a person who was called. */
const wishesOf = ({ wishes }: SimulatedTalk) => wishes.filter(({ type }) => type !== 'tell-officer');

const isPicked = ({ conversation: { form } }: SimulatedTalk, question: string): boolean =>
  form?.asking.what === 'question' && form.asking.question === question && form.asking.picked !== undefined;
