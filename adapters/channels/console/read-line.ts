import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { InboundContent } from '#domain/conversation/message.ts';

const mimes: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.pdf': 'application/pdf',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
};

/**
 * What a typed line means: the number of a choice, `/photo <path>` or the path of a file, `/location <lat>,<long>`,
 * or simply text. Nothing for an empty line.
 */
export async function readLine(
  typed: string,
  choiceAt: (number: number) => string | undefined,
): Promise<InboundContent | undefined> {
  const line = typed.trim();
  if (line === '') return undefined;
  const chosen = /^\d{1,3}$/.test(line) ? choiceAt(Number(line)) : undefined;
  if (chosen !== undefined) return { type: 'choice', id: chosen };
  return locationIn(line) ?? (await fileIn(line)) ?? { type: 'text', text: line };
}

function locationIn(line: string): InboundContent | undefined {
  const [, latitude, longitude] = /^\/location\s+(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/.exec(line) ?? [];
  if (latitude === undefined || longitude === undefined) return undefined;
  return { type: 'location', latitude: Number(latitude), longitude: Number(longitude) };
}

async function fileIn(line: string): Promise<InboundContent | undefined> {
  // Terminals quote a path that is dragged into them.
  const path = resolve(line.replace(/^\/photo\s+/, '').replace(/^(['"])(.*)\1$/, '$2'));
  const mime = mimes[extname(path).toLowerCase()];
  if (mime === undefined || !(await isFile(path))) return undefined;
  return { type: 'media', media: { ref: path, kind: kindOf(mime), mime, fileName: basename(path) } };
}

function kindOf(mime: string): 'image' | 'document' | 'audio' | 'video' {
  const [kind] = mime.split('/');
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'document';
}

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};
