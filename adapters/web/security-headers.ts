import type { FastifyHelmetOptions } from '@fastify/helmet';

type Directives = Exclude<NonNullable<FastifyHelmetOptions['contentSecurityPolicy']>, boolean>;

/** Nothing inline runs; a page may show papers it has fetched itself (`blob:`) and pictures it has in hand (`data:`). */
export const contentSecurityPolicy: Directives = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    mediaSrc: ["'self'", 'blob:'],
    frameSrc: ['blob:'],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
};

export const otherHeaders = (publicUrl: string): FastifyHelmetOptions => ({
  strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
});
