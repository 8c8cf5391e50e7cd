import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Writable } from 'node:stream';
import type { WordedMessage } from '#application/ports/out/channel.ts';

interface Terminal {
  readonly output: Writable;
  readonly folder: string;
}

/** Prints a message with its numbered choices; a document is written to the folder, and its path printed. */
export async function say(message: WordedMessage, { output, folder }: Terminal): Promise<void> {
  const { text, choices = [], link, document } = message;
  const printed = [
    text,
    ...(link ? [`${link.label}: ${link.url}`] : []),
    ...(document ? [await write(document, folder)] : []),
    ...choices.map(
      ({ label, description, byWord }, i) =>
        `  ${byWord ?? `${i + 1}  ${label}${description ? ` – ${description}` : ''}`}`,
    ),
    ...(message.asksLocation ? ['📍 /location 28.61,77.21'] : []),
  ];
  output.write(`${printed.filter((line) => line !== '').join('\n')}\n\n`);
}

async function write({ bytes, fileName }: NonNullable<WordedMessage['document']>, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  // Only the last part: a name never chooses the folder.
  const path = join(folder, basename(fileName));
  await writeFile(path, bytes);
  return `📄 ${path}`;
}
