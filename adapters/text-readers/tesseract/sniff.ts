import { fileTypeFromBuffer } from 'file-type';

export type FileKind = 'image' | 'heic' | 'pdf';

const kinds: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'image',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
};

/** What a file is by its bytes, whatever its name says. Undefined: nothing that a paper can come as. */
export async function sniff(file: Uint8Array): Promise<FileKind | undefined> {
  const type = await fileTypeFromBuffer(file);
  return type && kinds[type.mime];
}
