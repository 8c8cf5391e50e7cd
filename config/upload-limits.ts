import type { UploadLimits } from '#domain/document/upload-limits.ts';

const ours = { from: '2026-11-01', verified: true, source: 'Rule of this installation' };

/**
 * Three days leave time to go to somebody who has a smartphone. Ten megabytes are a deed of many scanned pages; five are a
 * good photo, and ten minutes on 2G.
 */
export const uploadLimits: UploadLimits = {
  linkHours: { value: 72, ...ours },
  mostMegabytes: { value: 10, ...ours },
  pageMegabytes: { value: 5, ...ours },
};
