import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { KeepingKiosks } from '#application/ports/in/keeping-kiosks.ts';
import { KioskUnknown } from '#domain/assisting/errors.ts';
import { type Proof, signedText } from './page/device-proof.ts';
import type { Tickets } from './tickets.ts';

/** Sees whether a page runs on the device that is the kiosk: whoever is only signed in as an operator elsewhere is not. */
export class Devices {
  readonly #challenges: Tickets<{ readonly operatorId: string }>;
  readonly #kiosks: Pick<KeepingKiosks, 'keyOf'>;

  constructor(challenges: Tickets<{ readonly operatorId: string }>, kiosks: Pick<KeepingKiosks, 'keyOf'>) {
    this.#challenges = challenges;
    this.#kiosks = kiosks;
  }

  /** To be signed by the device, once and soon. */
  challenge(operatorId: string): string {
    return this.#challenges.issue({ operatorId });
  }

  /** Which kiosk it is. @throws KioskUnknown @throws KioskDisabled */
  async prove(operatorId: string, proof: Proof & { readonly kiosk: string }): Promise<string> {
    const { kiosk } = proof;
    if (!(await this.holds(operatorId, proof, await this.#kiosks.keyOf(kiosk)))) throw new KioskUnknown();
    return kiosk;
  }

  /** Whether the page has the other half of this key. */
  async holds(operatorId: string, { challenge, signature }: Proof, publicKey: string): Promise<boolean> {
    const key = keyIn(publicKey);
    if (!key) return false;
    const signed = Buffer.from(signedText(challenge), 'utf8');
    const isSigned = verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
    return isSigned && (await this.#challenges.redeem(challenge))?.operatorId === operatorId;
  }
}

/** A key on the curve P-256, as browsers export it; absent for anything else. */
function keyIn(publicKey: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
}
