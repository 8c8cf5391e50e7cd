import { createHmac } from 'node:crypto';
import type { MasterKeys } from './master-key.ts';
import { preparedKey } from './seal.ts';

/**
 * 32 bytes by which a text, such as a contact point, is found again without being stored. Keyed, because phone numbers
 * are few enough to try them all against a plain hash.
 */
export const lookupHash = ({ lookupSecret }: Pick<MasterKeys, 'lookupSecret'>, text: string): Buffer =>
  createHmac('sha256', preparedKey(lookupSecret)).update(text, 'utf8').digest();
