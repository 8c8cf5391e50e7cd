import type { FastifyHelmetOptions } from '@fastify/helmet';

type Directives = Exclude<NonNullable<FastifyHelmetOptions['contentSecurityPolicy']>, boolean>;

/** Nothing inline runs; a page may show papers it has fetched itself (`blob:`) and pictures it has in hand (`data:`). */
export const contentSecurityPolicy = (publicUrl: string): Directives => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    mediaSrc: ["'self'", 'blob:'],
    frameSrc: ['blob:'],
    // Older browsers do not take a socket to ourselves for `self`.
    connectSrc: ["'self'", new URL(publicUrl).origin.replace(/^http/, 'ws')],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
});

/** What a page could ask the browser for, and ours do not. */
const POWERS = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation'],
  ...['gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
];

/** A page may use these, if the person agrees, and nothing else of the machine. */
export const permissionsPolicy = (...used: readonly string[]): Record<string, string> => ({
  'permissions-policy': POWERS.map((power) => `${power}=(${used.includes(power) ? 'self' : ''})`).join(', '),
});

export const otherHeaders = (publicUrl: string): FastifyHelmetOptions => ({
  strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
});
