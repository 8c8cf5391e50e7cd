import { createHash, randomBytes, randomInt } from 'node:crypto';
import { GraphError } from './errors.ts';

export interface ShelvedFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
  /** Base64. */
  readonly sha256: string;
}

const MB = 1024 * 1024;
const MINUTES_VALID = 5;

/** Meta's list of what may be sent, and the most bytes of each. */
const limits: readonly (readonly [mime: RegExp, maxBytes: number])[] = [
  [/^image\/(jpeg|png)$/, 5 * MB],
  [/^image\/webp$/, 0.5 * MB],
  [/^audio\/(aac|amr|mpeg|mp4|ogg)$/, 16 * MB],
  [/^video\/(mp4|3gp|3gpp)$/, 16 * MB],
  [/^(text\/plain|application\/(pdf|msword|vnd\.(ms-|openxmlformats-).*))$/, 100 * MB],
];

/** Uploaded and received files. Their addresses run out, as Meta's do. */
export class MediaShelf {
  private readonly files = new Map<string, ShelvedFile>();
  private readonly addresses = new Map<string, { readonly id: string; readonly until: number }>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** What people send may be anything; what we upload is held to the list. */
  put(file: Pick<ShelvedFile, 'bytes' | 'mime' | 'fileName'>): string {
    const id = String(randomInt(1e14, 2e14));
    this.files.set(id, { ...file, sha256: createHash('sha256').update(file.bytes).digest('base64') });
    return id;
  }

  upload(file: Pick<ShelvedFile, 'bytes' | 'mime' | 'fileName'>): string {
    const maxBytes = limits.find(([mime]) => mime.test(file.mime.split(';')[0] ?? ''))?.[1];
    if (maxBytes === undefined)
      throw new GraphError(400, 100, `Param file must be a file with one of the allowed types`);
    if (file.bytes.length > maxBytes) throw new GraphError(400, 131053, 'Media upload error: file too large');
    return this.put(file);
  }

  get(id: string): ShelvedFile | undefined {
    return this.files.get(id);
  }

  remove(id: string): boolean {
    return this.files.delete(id);
  }

  /** A path that holds for five minutes. */
  pathTo(id: string): string {
    const key = randomBytes(12).toString('hex');
    this.addresses.set(key, { id, until: this.now() + MINUTES_VALID * 60_000 });
    return `/media-bytes/${key}`;
  }

  at(key: string): ShelvedFile | undefined {
    const address = this.addresses.get(key);
    return address && address.until >= this.now() ? this.files.get(address.id) : undefined;
  }
}
