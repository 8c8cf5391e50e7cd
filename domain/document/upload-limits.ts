import type { Dated } from '../catalogue/service-definition.ts';

/** How papers come by the upload page; an installation's own, dated as other rules are. */
export interface UploadLimits {
  /** Hours for which a link can be used. */
  readonly linkHours: Dated<number>;
  /** The largest file that the page takes, in megabytes of a million bytes. */
  readonly mostMegabytes: Dated<number>;
}
