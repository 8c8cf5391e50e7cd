export { isWrappedByOlder, newCitizenKey, unwrapKey, wrapKey } from './citizen-key.ts';
export { MasterKeyRefused, SealBroken } from './errors.ts';
export { KeyCache } from './key-cache.ts';
export { lookupHash } from './lookup-hash.ts';
export { type MasterKeys, openMasterKey } from './master-key.ts';
export { type Key, open, openJson, seal, sealJson } from './seal.ts';
