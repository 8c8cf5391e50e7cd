import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '#adapters/shared/same-secret.ts';
import type { UsedTickets } from '#application/ports/out/repositories.ts';

const VALID_MS = 30_000;

interface Sealed<Said> {
  readonly said: Said;
  readonly until: number;
  readonly nonce: string;
}

/** What one of our pages is told, and may say back once, soon. */
export class Tickets<Said extends object> {
  readonly #secret: Uint8Array;
  readonly #used: UsedTickets;
  readonly #nowMs: () => number;

  /** `nowMs` is the real time, which processes of one installation share. */
  constructor(secret: Uint8Array, used: UsedTickets, nowMs: () => number = () => Date.now()) {
    this.#secret = secret;
    this.#used = used;
    this.#nowMs = nowMs;
  }

  /** Letters that may stand among the protocols of a socket. */
  issue(said: Said): string {
    const sealed: Sealed<Said> = {
      said,
      until: this.#nowMs() + VALID_MS,
      nonce: randomBytes(12).toString('base64url'),
    };
    const body = Buffer.from(JSON.stringify(sealed)).toString('base64url');
    return `${body}.${this.#seal(body)}`;
  }

  /** What it says; absent when it is not ours, has run out, or was used. The store is asked only about what we sealed. */
  async redeem(ticket: string): Promise<Said | undefined> {
    const [body = '', seal] = ticket.split('.');
    if (!isSameSecret(seal, this.#seal(body))) return undefined;
    const { said, until, nonce } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Sealed<Said>;
    if (until <= this.#nowMs()) return undefined;
    const isFirst = await this.#used.use(`kiosk/${nonce}`, new Date(until).toISOString());
    return isFirst ? said : undefined;
  }

  #seal(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url');
  }
}
