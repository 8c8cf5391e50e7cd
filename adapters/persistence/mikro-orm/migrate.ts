import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ChannelDepartments } from './migrations/2026-11-channel-departments.ts';
import { ChannelLog } from './migrations/2026-11-channel-log.ts';
import { Definitions } from './migrations/2026-11-definitions.ts';
import { Deliveries } from './migrations/2026-11-deliveries.ts';
import { DeskLists } from './migrations/2026-11-desk.ts';
import { First } from './migrations/2026-11-first.ts';
import { Handovers } from './migrations/2026-11-handovers.ts';
import { KiosksOfPlaces } from './migrations/2026-11-kiosks.ts';
import { MessageCosts } from './migrations/2026-11-message-costs.ts';
import { PaymentLooks } from './migrations/2026-11-payment-looks.ts';
import { BookedPlaces } from './migrations/2026-11-places.ts';
import { Proofs } from './migrations/2026-11-proofs.ts';
import { Refunds } from './migrations/2026-11-refunds.ts';
import { Said } from './migrations/2026-11-said.ts';
import { LinesOfScreens } from './migrations/2026-11-screen-lines.ts';
import { ScreensOfSessions } from './migrations/2026-11-screens.ts';
import { Silence } from './migrations/2026-11-silence.ts';
import { SlipCodes } from './migrations/2026-11-slip-codes.ts';
import { Subjects } from './migrations/2026-11-subjects.ts';
import { Templates } from './migrations/2026-11-templates.ts';

/** In order; a migration that has run anywhere is never changed, only followed by another. */
const migrationsList = [
  { name: '2026-11-first', class: First },
  { name: '2026-11-proofs', class: Proofs },
  { name: '2026-11-screens', class: ScreensOfSessions },
  { name: '2026-11-templates', class: Templates },
  { name: '2026-11-places', class: BookedPlaces },
  { name: '2026-11-handovers', class: Handovers },
  { name: '2026-11-deliveries', class: Deliveries },
  { name: '2026-11-definitions', class: Definitions },
  { name: '2026-11-channel-log', class: ChannelLog },
  { name: '2026-11-desk', class: DeskLists },
  { name: '2026-11-refunds', class: Refunds },
  { name: '2026-11-screen-lines', class: LinesOfScreens },
  { name: '2026-11-slip-codes', class: SlipCodes },
  { name: '2026-11-said', class: Said },
  { name: '2026-11-subjects', class: Subjects },
  { name: '2026-11-silence', class: Silence },
  { name: '2026-11-message-costs', class: MessageCosts },
  { name: '2026-11-payment-looks', class: PaymentLooks },
  { name: '2026-11-kiosks', class: KiosksOfPlaces },
  { name: '2026-11-channel-departments', class: ChannelDepartments },
];

/** Any number that only we use for this. */
const MIGRATING = 7_106_041;

/** Brings the tables up to date. Several processes may start at once: one does it, the others wait and find it done. */
export async function migrate(url: string): Promise<void> {
  const guard = new pg.Client({ connectionString: url });
  guard.on('error', () => undefined);
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATING]);
    const orm = await MikroORM.init({
      clientUrl: url,
      entities: [],
      discovery: { warnWhenNoEntities: false },
      extensions: [Migrator],
      logger: () => undefined,
      migrations: { migrationsList, snapshot: false, tableName: 'migration' },
    });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
  } finally {
    await guard.end().catch(() => undefined);
  }
}
