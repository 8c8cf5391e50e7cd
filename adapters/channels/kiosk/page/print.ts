import type { SessionInfo, SlipInfo } from './api.ts';
import type { Shown } from './frames.ts';
import { showDay, showTime, t } from './words.ts';

/** Nothing that was printed stays in the page. */
export function clearPrints(): void {
  for (const printed of document.querySelectorAll('.slip, .printed')) printed.remove();
}

/** Prints one message as a slip to take home; the stylesheet for paper shows nothing else. `code` leads back to the talk. */
export async function printSlip(text: string, session: SessionInfo, code?: SlipInfo): Promise<void> {
  const slip = document.createElement('section');
  slip.className = 'slip';
  slip.append(element('h2', t('slip.title')));
  for (const line of text.replaceAll('*', '').split('\n')) {
    const said = element('p', '');
    said.append(...withNumbersWhole(line));
    slip.append(said);
  }
  if (code) slip.append(...(await wayBack(code)));
  const { kiosk, place, queueToken } = session;
  slip.append(element('p', t('slip.where', { kiosk: `${kiosk}, ${place}`, time: showTime(new Date()) }), 'where'));
  if (queueToken) slip.append(element('p', t('strip.token', { token: queueToken }), 'where'));
  // Of a printer dialogue that was left open.
  clearPrints();
  document.body.append(slip);
  addEventListener('afterprint', () => slip.remove(), { once: true });
  print();
}

async function wayBack({ code, until, picture, link }: SlipInfo): Promise<Node[]> {
  const image = document.createElement('img');
  image.src = picture;
  image.alt = t('slip.picture');
  await image.decode().catch(() => undefined);
  const how = t(link ? 'slip.scan' : 'slip.send', { until: showDay(new Date(until)) });
  return [element('p', how, 'how'), image, element('p', code, 'code')];
}

/** A number such as `MCD-26-0000001-4` stands on one line, and stands out. */
const withNumbersWhole = (line: string): Node[] =>
  line
    .split(/([A-Z0-9]{2,}(?:-[A-Z0-9]+)+)/)
    .map((part, at) => (at % 2 === 1 ? element('b', part) : document.createTextNode(part)));

function element(tag: string, content: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = content;
  made.className = className;
  return made;
}

/** Fetches a document and hands it to the printer, without a tab that the next citizen would find. */
export async function printDocument({ link, data, mime }: NonNullable<Shown['document']>): Promise<void> {
  const bytes =
    data === undefined ? await fetched(link ?? '') : Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
  if (!bytes) return;
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mime }));
  const frame = document.createElement('iframe');
  frame.className = 'printed hidden';
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
