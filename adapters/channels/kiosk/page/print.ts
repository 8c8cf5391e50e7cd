import type { SessionInfo } from './api.ts';
import type { Shown } from './frames.ts';
import { showTime, t } from './words.ts';

/** Prints one message as a slip to take home; the stylesheet for paper shows nothing else. */
export function printSlip(text: string, { kiosk, queueToken }: SessionInfo): void {
  const slip = document.createElement('section');
  slip.className = 'slip';
  const add = (tag: string, content: string): void => {
    const element = document.createElement(tag);
    element.textContent = content;
    slip.append(element);
  };
  add('h2', t('slip.title'));
  for (const line of text.replaceAll('*', '').split('\n')) add('p', line);
  add('p', t('slip.where', { kiosk, time: showTime(new Date()) }));
  if (queueToken) add('p', t('strip.token', { token: queueToken }));
  document.body.append(slip);
  addEventListener('afterprint', () => slip.remove(), { once: true });
  print();
}

/** Fetches a document and hands it to the printer, without a tab that the next citizen would find. */
export async function printDocument({ link, data, mime }: NonNullable<Shown['document']>): Promise<void> {
  const bytes =
    data === undefined ? await fetched(link ?? '') : Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
  if (!bytes) return;
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mime }));
  const frame = document.createElement('iframe');
  frame.className = 'hidden';
  frame.title = t('slip.title');
  frame.onload = () => frame.contentWindow?.print();
  frame.src = address;
  document.body.append(frame);
  // A printer dialogue may stay open for long; a minute later nobody prints this any more.
  setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** Links carry the public address; what is asked for is on our own server. */
async function fetched(link: string): Promise<ArrayBuffer | undefined> {
  const response = await fetch(new URL(link, location.href).pathname).catch(() => undefined);
  return response?.ok ? response.arrayBuffer() : undefined;
}
