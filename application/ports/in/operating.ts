import type { DeliveryStatus } from '#domain/conversation/message.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { Checked } from '../out/checked.ts';
import type { Figures } from '../out/keeping.ts';

export type { Figures } from '../out/keeping.ts';

/** What keeps the installation running: reports of providers, health, figures. */
export interface Operating {
  /** Notes what a provider says of our messages. A status never goes backwards; a failure may start a fallback. */
  reportDelivery(channel: ChannelKind, statuses: readonly DeliveryStatus[]): Promise<void>;
  /** Whether messages can be stored and answered now. */
  isReady(): Promise<boolean>;
  /** Every adapter's own check, by its name. */
  check(): Promise<readonly { readonly name: string; readonly checked: Checked }[]>;
  /** Counts for the dashboard and for Prometheus; no personal data. */
  figures(): Promise<Figures>;
}
