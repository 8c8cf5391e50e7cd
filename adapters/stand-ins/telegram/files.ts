import { randomBytes } from 'node:crypto';
import { badRequest } from './errors.ts';

export interface KeptFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
}

const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;
const MINUTES_VALID = 60;

/** Files that people sent and that we sent. Their addresses run out, as Telegram's do. */
export class Files {
  private readonly kept = new Map<string, KeptFile>();
  private readonly paths = new Map<string, { readonly id: string; readonly until: number }>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  put(file: KeptFile): string {
    const id = `BQACAgUAAxkBAAI${randomBytes(24).toString('base64url')}`;
    this.kept.set(id, file);
    return id;
  }

  get(id: string): KeptFile | undefined {
    return this.kept.get(id);
  }

  /** What `getFile` answers. */
  lookUp(id: string): object {
    const file = this.kept.get(id);
    if (!file) throw badRequest('invalid file_id');
    const size = file.bytes.length;
    if (size > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
    const path = `documents/file_${this.paths.size}${/\.\w+$/.exec(file.fileName)?.[0] ?? ''}`;
    this.paths.set(path, { id, until: this.now() + MINUTES_VALID * 60_000 });
    return { ...described(id), file_size: size, file_path: path };
  }

  at(path: string): KeptFile | undefined {
    const address = this.paths.get(path);
    return address && address.until >= this.now() ? this.kept.get(address.id) : undefined;
  }
}

/** `file_unique_id` is the same for every bot, and cannot be used to fetch. */
export const described = (id: string) => ({ file_id: id, file_unique_id: `AgAD${id.slice(-12)}` });
