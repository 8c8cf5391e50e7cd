import { randomBytes } from 'node:crypto';
import type { CitizenId } from '#domain/shared/ids.ts';
import { SealBroken } from './errors.ts';
import type { MasterKeys } from './master-key.ts';
import { type Key, open, seal } from './seal.ts';

/** Everything personal of one citizen is sealed with it; erasing the citizen is destroying it. */
export const newCitizenKey = (): Buffer => randomBytes(32);

/** Stored form of a citizen's key: the master key's version byte, then the key sealed with that master key for that citizen. */
export function wrapKey({ newest }: MasterKeys, citizenId: CitizenId, key: Key): Buffer {
  if (key.length !== 32) throw new RangeError(`a citizen's key has 32 bytes, not ${key.length}`);
  return Buffer.concat([Buffer.of(newest.version), seal(newest.wrapping, key, boundTo(newest.version, citizenId))]);
}

/** @throws SealBroken, also when the master key that wrapped it is not here any more */
export function unwrapKey(masterKeys: MasterKeys, citizenId: CitizenId, wrapped: Uint8Array): Buffer {
  const [version] = wrapped;
  const master = version === undefined ? undefined : masterKeys.withVersion(version);
  if (!master) throw new SealBroken();
  return open(master.wrapping, wrapped.subarray(1), boundTo(master.version, citizenId));
}

/** Whether an older master key wrapped it, so that it should be wrapped anew before that one is taken away. */
export const isWrappedByOlder = ({ newest }: MasterKeys, wrapped: Uint8Array): boolean => wrapped[0] !== newest.version;

const boundTo = (version: number, citizenId: CitizenId): string => `citizen-key/${version}/${citizenId}`;
