import { z } from 'zod';
import type { MediaShelf } from './media.ts';
import type { Entry, Transcript } from './transcript.ts';

/** What a person does on the phone. */
export type Draft =
  | { readonly type: 'text'; readonly text: string }
  /** Taps what we offered last under this id. */
  | { readonly type: 'choice'; readonly id: string }
  | {
      readonly type: 'image' | 'document' | 'audio' | 'video' | 'sticker';
      readonly bytes: Uint8Array;
      readonly mime: string;
      readonly fileName?: string;
      readonly caption?: string;
    }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly name?: string }
  | { readonly type: 'reaction'; readonly messageId: string; readonly emoji: string }
  /** Any message in Meta's own JSON, less sender, id and time. */
  | { readonly type: 'raw'; readonly message: Readonly<Record<string, unknown>> & { readonly type: string } };

export interface DraftWorld {
  readonly media: MediaShelf;
  readonly transcript: Transcript;
  readonly user: string;
}

/** The draft in Meta's JSON. */
export function messageOf(draft: Draft, { media, transcript, user }: DraftWorld): Entry['message'] {
  switch (draft.type) {
    case 'text':
      return { type: 'text', text: { body: draft.text } };
    case 'choice':
      return tap(draft.id, transcript.entries(user));
    case 'location': {
      const { latitude, longitude, name } = draft;
      return { type: 'location', location: { latitude, longitude, ...(name !== undefined && { name }) } };
    }
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: draft.messageId, emoji: draft.emoji } };
    case 'raw':
      return draft.message;
    default: {
      const { type, bytes, mime, fileName, caption } = draft;
      const id = media.put({ bytes, mime, fileName: fileName ?? type });
      const file = { id, mime_type: mime, sha256: media.get(id)?.sha256 };
      const name = type === 'document' && fileName !== undefined && { filename: fileName };
      return { type, [type]: { ...file, ...name, ...(caption !== undefined && { caption }) } };
    }
  }
}

const titled = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });
const offered = z.object({
  interactive: z.object({
    action: z.object({
      buttons: z.array(z.object({ reply: titled })).default([]),
      sections: z.array(z.object({ rows: z.array(titled) })).default([]),
    }),
  }),
});

function tap(id: string, said: readonly Entry[]): Entry['message'] {
  for (const { message, direction, id: messageId, shown } of said.toReversed()) {
    const action = direction === 'from-us' ? offered.safeParse(message).data?.interactive.action : undefined;
    const button = action?.buttons.find(({ reply }) => reply.id === id)?.reply;
    const row = action?.sections.flatMap(({ rows }) => rows).find((each) => each.id === id);
    const context = { from: '15550000000', id: messageId };
    const quick = shown?.buttons.find((each) => each.id === id);
    if (quick) return { type: 'button', context, button: { payload: quick.id, text: quick.title } };
    if (button) return { type: 'interactive', context, interactive: { type: 'button_reply', button_reply: button } };
    if (row) return { type: 'interactive', context, interactive: { type: 'list_reply', list_reply: row } };
  }
  throw new Error(`nothing with the id ${id} was offered to this person`);
}
