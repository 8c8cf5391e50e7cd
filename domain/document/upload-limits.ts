import type { Dated } from '../catalogue/service-definition.ts';

/** How papers come; an installation's own, dated as other rules are. Megabytes are of a million bytes. */
export interface UploadLimits {
  /** Hours for which a link to the upload page can be used. */
  readonly linkHours: Dated<number>;
  /** The largest paper that is taken, by whatever channel. */
  readonly mostMegabytes: Dated<number>;
  /** The largest that the upload page takes, whose users have slow lines. */
  readonly pageMegabytes: Dated<number>;
}
