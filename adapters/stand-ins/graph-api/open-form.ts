import { z } from 'zod';
import type { KeptFlow } from './flows.ts';
import type { StandInWorld } from './graph.ts';
import { askEndpoint, type FormAnswer, sealedFile } from './phone-form.ts';

/** A form as it is open on a phone. */
export interface OpenForm {
  /** What it is made of. */
  readonly json: KeptFlow['json'];
  /** What the phone shows now. */
  readonly shown: FormAnswer;
  /** Sends the screen that is shown. With the last one the answer goes into the chat. */
  send(data: Readonly<Record<string, unknown>>): Promise<FormAnswer>;
  /** Goes back to an earlier screen. */
  back(screen: string): Promise<FormAnswer>;
  /** A file as one of the form's pickers hands it over. */
  picked(bytes: Uint8Array, fileName: string): object;
}

const sent = z.object({
  interactive: z.object({
    type: z.literal('flow'),
    action: z.object({ parameters: z.object({ flow_name: z.string(), flow_token: z.string() }) }),
  }),
});
const finished = z.object({ extension_message_response: z.object({ params: z.record(z.string(), z.unknown()) }) });

/** By this status an endpoint says that it cannot open what it was told. */
const KEY_DOES_NOT_FIT = 421;

/** Opens the newest form in a person's chat. @throws when there is none */
export async function openFormOn(world: StandInWorld, appSecret: string, user: string): Promise<OpenForm> {
  const { flows, transcript, people, webhooks, media, url } = world;
  const entry = transcript.entries(user).findLast(({ message }) => sent.safeParse(message).success);
  const given = sent.safeParse(entry?.message).data?.interactive.action.parameters;
  // Phones keep it, and fetch it again when it turns out to be an old one.
  let publicKey = entry && flows.keyOf(entry.line);
  if (!entry || !given || publicKey === undefined) throw new Error('no form was sent to this person');
  const flow = flows.find(given.flow_name);
  const askWith = (key: string, said: object): Promise<FormAnswer> =>
    askEndpoint(
      { flow, publicKey: key, appSecret, ticket: given.flow_token },
      { version: '3.0', flow_token: given.flow_token, ...said },
    );
  const ask = async (said: object): Promise<FormAnswer> => {
    const answer = await askWith(publicKey ?? '', said);
    if (answer.status !== KEY_DOES_NOT_FIT) return answer;
    publicKey = flows.keyOf(entry.line);
    return askWith(publicKey ?? '', said);
  };

  const intoChat = async (params: object): Promise<void> => {
    const reply = { name: 'flow', body: 'Sent', response_json: JSON.stringify(params) };
    const message = {
      type: 'interactive',
      context: { from: '15550000000', id: entry.id },
      interactive: { type: 'nfm_reply', nfm_reply: reply },
    };
    const said = transcript.add({ direction: 'to-us', user, line: entry.line, message });
    await webhooks.postMessage(
      people.meet(user.startsWith('+') ? { phone: user } : { userId: user }),
      said,
      entry.line,
    );
  };

  let shown = await ask({ action: 'INIT' });
  const show = async (answer: FormAnswer): Promise<FormAnswer> => {
    if (answer.status === 200) shown = answer;
    const params =
      answer.screen === 'SUCCESS' ? finished.parse(answer.data).extension_message_response.params : undefined;
    if (params) await intoChat(params);
    return answer;
  };
  return {
    json: flow.json,
    get shown() {
      return shown;
    },
    send: async (data) => show(await ask({ action: 'data_exchange', screen: shown.screen, data })),
    back: async (screen) => show(await ask({ action: 'BACK', screen })),
    picked: (bytes, fileName) => sealedFile(bytes, fileName, media, url),
  };
}
