/** By which a page shows that it runs on a kiosk's own device. */
export interface Proof {
  /** As the server gave it. */
  readonly challenge: string;
  /** Over `signedText`, by ECDSA on P-256 with SHA-256: both numbers one after the other, in Base64 for addresses. */
  readonly signature: string;
}

/** Nothing else that a key of ours signs begins like this. */
export const signedText = (challenge: string): string => `ek-sandesh/kiosk ${challenge}`;
