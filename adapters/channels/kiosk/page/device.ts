import { fetchJson } from '#adapters/web/page/fetch-json.ts';
import type { KioskInfo, Standing } from './api.ts';
import { type Proof, signedText } from './device-proof.ts';
import { forgetDevice, keepDevice, keptDevice } from './device-store.ts';

/** This browser as a kiosk. Its key signs, and cannot be read out of the browser, not even by this page. */
export interface Device {
  readonly kiosk: string;
  readonly keys: CryptoKeyPair;
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Browsers sign only for pages that nobody on the way could have changed. */
export const canBeKiosk = (): boolean => isSecureContext && crypto.subtle !== undefined;

export const standingOf = (kiosk?: string): Promise<Standing> =>
  fetchJson(kiosk === undefined ? '/kiosk/api/session' : `/kiosk/api/session?kiosk=${encodeURIComponent(kiosk)}`);

/** This browser is the kiosk from now on. Without a code only in a demonstration. @throws Refused */
export async function enrol(code?: string): Promise<KioskInfo> {
  const keys = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  const publicKey = inBase64(await crypto.subtle.exportKey('spki', keys.publicKey));
  const proof = await proofBy(keys.privateKey);
  const { kiosk } = await fetchJson<{ kiosk: KioskInfo }>('/kiosk/api/enrol', {
    ...proof,
    publicKey,
    ...(code && { code }),
  });
  await keepDevice({ kiosk: kiosk.id, keys });
  return kiosk;
}

/** What goes with a call that only a kiosk may make. */
export async function deviceProof(): Promise<Proof & { readonly kiosk: string }> {
  const device = await keptDevice();
  if (!device) throw new Error('this browser is no kiosk');
  return { kiosk: device.kiosk, ...(await proofBy(device.keys.privateKey)) };
}

export const thisKiosk = async (): Promise<string | undefined> => (await keptDevice())?.kiosk;
export const forgetKiosk = (): Promise<void> => forgetDevice();

async function proofBy(key: CryptoKey): Promise<Proof> {
  const { challenge } = await standingOf();
  const signature = await crypto.subtle.sign(SIGNING, key, new TextEncoder().encode(signedText(challenge)));
  return { challenge, signature: inBase64(signature) };
}

const inBase64 = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
