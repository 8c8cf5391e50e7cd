import { createHmac } from 'node:crypto';
import { isSameSecret } from '#adapters/shared/same-secret.ts';
import type { UploadLinks } from '#application/ports/out/installation.ts';
import type { CitizenId } from '#domain/shared/ids.ts';

export interface UploadLinkSettings {
  readonly publicUrl: string;
  /** Signs the links; whoever has it can send papers into every talk that waits for one. */
  readonly secret: Uint8Array;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Links that are short enough for an SMS: the citizen, the minute at which it ends, what it is for, and 96 bits of proof. */
export const uploadLinks = ({ publicUrl, secret }: UploadLinkSettings): UploadLinks => ({
  linkTo(citizenId, asked, until) {
    const minute = Math.floor(Date.parse(until) / 60_000).toString(36);
    const body = `${shortened(citizenId)}.${minute}.${digest(secret, 4, 'asked', citizenId, asked)}`;
    return `${publicUrl}/u/${body}.${digest(secret, 12, 'link', body)}`;
  },
  read(token) {
    const [citizen = '', minute = '', asked = '', proof, more] = token.split('.');
    const body = `${citizen}.${minute}.${asked}`;
    if (more !== undefined || !isSameSecret(proof, digest(secret, 12, 'link', body))) return undefined;
    const citizenId = lengthened(citizen);
    return {
      citizenId,
      until: new Date(Number.parseInt(minute, 36) * 60_000).toISOString(),
      isFor: (name) => isSameSecret(asked, digest(secret, 4, 'asked', citizenId, name)),
    };
  },
});

const digest = (secret: Uint8Array, bytes: number, ...parts: readonly string[]): string =>
  createHmac('sha256', secret).update(parts.join('\n')).digest().subarray(0, bytes).toString('base64url');

/** 22 characters in place of 36; an id of another form is marked, and only written otherwise. */
const shortened = (id: CitizenId): string =>
  UUID.test(id)
    ? Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
    : `~${Buffer.from(id).toString('base64url')}`;

function lengthened(short: string): CitizenId {
  if (short.startsWith('~')) return Buffer.from(short.slice(1), 'base64url').toString('utf8');
  const hex = Buffer.from(short, 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
