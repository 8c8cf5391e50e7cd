/** One-way functions that the application needs from outside. */
export interface Hashing {
  /** SHA-256 in hexadecimal. */
  sha256(data: Uint8Array | string): string;
  /** A random text of 32 bytes that nobody can guess, fit for a cookie. */
  token(): string;
  /** Slow on purpose, salted (scrypt). */
  hashPassword(password: string): Promise<string>;
  verifyPassword(password: string, hash: string): Promise<boolean>;
}

/**
 * HMAC-SHA256 with a secret of this installation, in hexadecimal: for what is so short, or so well known, that a plain
 * hash could be guessed, such as a one-time password or a phone number.
 */
export type KeyedHash = (text: string) => string;
