/** Telegram numbers messages within a chat, so the chat belongs to the id; it also tells where to show "typing". */
export const messageId = (chat: number | string, number: number | string): string => `${chat}/${number}`;

export const tapId = (chat: number, query: string): string => `${chat}/tap/${query}`;

/** What an id of ours was made from. */
export function partsOfId(id: string): { readonly chat: string; readonly query?: string } {
  const [chat = '', kind, ...rest] = id.split('/');
  return kind === 'tap' ? { chat, query: rest.join('/') } : { chat };
}
