import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Compares in a time that tells nothing about the secret, whatever the length of what was presented.
 * An empty secret equals nothing: a forgotten setting must not open the door.
 */
export function isSameSecret(presented: string | undefined, secret: string): boolean {
  if (presented === undefined || secret === '') return false;
  return timingSafeEqual(digest(presented), digest(secret));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
