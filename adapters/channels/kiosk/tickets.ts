import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '#adapters/shared/same-secret.ts';

const VALID_MS = 30_000;

/** Lets a signed-in operator's page open one socket: cookies would come along with sockets of any site, tickets do not. */
export class Tickets {
  readonly #secret: Uint8Array;
  readonly #nowMs: () => number;
  /** Used ones, until they would have run out anyway. */
  readonly #used = new Map<string, number>();

  constructor(secret: Uint8Array, nowMs: () => number) {
    this.#secret = secret;
    this.#nowMs = nowMs;
  }

  /** Letters that may stand among the protocols of a socket. */
  issue(operatorId: string): string {
    const said = { operatorId, until: this.#nowMs() + VALID_MS, nonce: randomBytes(9).toString('base64url') };
    const body = Buffer.from(JSON.stringify(said)).toString('base64url');
    return `${body}.${this.#seal(body)}`;
  }

  /** Whose it is; absent when it is not ours, has run out, or was used. */
  redeem(ticket: string): string | undefined {
    const [body = '', seal] = ticket.split('.');
    if (!isSameSecret(seal, this.#seal(body)) || this.#used.has(body)) return undefined;
    const { operatorId, until } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as {
      operatorId: string;
      until: number;
    };
    if (until <= this.#nowMs()) return undefined;
    this.#forgetOld();
    this.#used.set(body, until);
    return operatorId;
  }

  #seal(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url');
  }

  #forgetOld(): void {
    for (const [body, until] of this.#used) {
      if (until > this.#nowMs()) return;
      this.#used.delete(body);
    }
  }
}
