import type { Destination } from '#application/ports/out/channel.ts';
import { isGsm7 } from '../sms-segments.ts';
import type { Sms } from './registered.ts';
import type { HttpSmsSettings } from './settings.ts';

/** What fills the gaps of a request. */
export function gapsOf(
  { text, registered }: Sms,
  to: Destination,
  settings: HttpSmsSettings,
): Readonly<Record<string, string>> {
  const { address } = to.contactPoint;
  const { alphabets = { plain: '0', unicode: '1' } } = settings;
  return {
    to: address,
    // Many gateways want the number without its plus sign.
    toDigits: address.replace(/^\+/, ''),
    text,
    // And to be told which alphabet it takes.
    unicode: isGsm7(text) ? alphabets.plain : alphabets.unicode,
    reference: to.reference,
    ...credentialsOf(settings),
    entityId: settings.entityId ?? '',
    // A number to which people write may mostly not send; the registered header may.
    headerId: registered?.header ?? (settings.headerId || (to.from ?? '')),
    templateId: registered?.id ?? '',
  };
}

/** Those gaps that need no message. */
export const credentialsOf = ({ account = '', apiKey }: HttpSmsSettings): Readonly<Record<string, string>> => ({
  apiKey,
  account,
  basic: Buffer.from(apiKey).toString('base64'),
});

type Escape = (value: string) => string;

/** A gap that nobody knows stays as it is, so that the mistake can be seen. */
export const fill = (template: string, gaps: Readonly<Record<string, string>>, escaped: Escape = (value) => value) =>
  template.replaceAll(/\{(\w+)\}/g, (gap, name: string) => {
    const value = Object.hasOwn(gaps, name) ? gaps[name] : undefined;
    return value === undefined ? gap : escaped(value);
  });

/** Fills every text of a JSON value, however deep. */
export function fillAll(value: unknown, gaps: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return fill(value, gaps);
  if (Array.isArray(value)) return value.map((each) => fillAll(each, gaps));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fillAll(each, gaps)]));
}
