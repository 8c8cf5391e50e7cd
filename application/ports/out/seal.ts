import type { Instant } from '#domain/shared/time.ts';

/** The installation's word that it issued a document, which anybody can check with its public keys and without asking us. */
export interface Seal {
  /** A short text without spaces, fit for a link's fragment. */
  sign(statement: SealedStatement): Promise<string>;
  /** What was sealed; absent when the text is damaged, forged, or sealed by somebody else. */
  verify(seal: string): Promise<SealedStatement | undefined>;
  /** For `/.well-known/jwks.json`: every key whose seals still hold, the private parts left out. */
  publicKeys(): Promise<PublicKeySet>;
}

export interface SealedStatement {
  readonly number: string;
  /** Such as `birth-certificate` or `receipt`. */
  readonly type: string;
  readonly issuedAt: Instant;
  /** Of what the document says, so that an altered paper is noticed. */
  readonly hash: string;
}

/** A JSON Web Key Set (RFC 7517). */
export interface PublicKeySet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}
