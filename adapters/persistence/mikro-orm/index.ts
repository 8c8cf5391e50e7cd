import { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import type { Checked } from '#application/ports/out/checked.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { MasterKeys } from '../sealing/index.ts';
import type { Store } from '../store.ts';
import { ApplicationEntity, StoredServiceApplications } from './applications.ts';
import { StoredAuditLog } from './audit-log.ts';
import { CertificateEntity, StoredCertificates } from './certificates.ts';
import { StoredChannelEntries } from './channel-entries.ts';
import { CitizenRow, StoredCitizens } from './citizens.ts';
import { ConsentEntity, StoredConsents } from './consents.ts';
import { ContactCache } from './contact-cache.ts';
import { Database } from './database.ts';
import { StoredDefinitions } from './definitions.ts';
import { DemandEntity, StoredDemands } from './demands.ts';
import { figuresOf, prune } from './figures.ts';
import { HandoverEntity, StoredHandovers } from './handovers.ts';
import { Inbox } from './inbox.ts';
import { StoredJobs } from './jobs.ts';
import { KeyRing } from './key-ring.ts';
import { StoredKiosks } from './kiosks.ts';
import { Listener } from './listener.ts';
import { migrate } from './migrate.ts';
import { StoredNumbers, StoredOfficers, StoredOfficeSessions } from './office.ts';
import { StoredOutbox } from './outbox.ts';
import { PaperEntity, StoredPapers } from './papers.ts';
import { PaymentEntity, StoredPayments } from './payments.ts';
import { StoredPlaces } from './places.ts';
import { PreparedClient } from './prepared-client.ts';
import { StoredLinkCodes, StoredOneTimePasswords, StoredUsedTickets } from './proofs.ts';
import { StoredAssistedSessions, StoredScreens } from './screens.ts';
import { StoredTalks } from './talks.ts';
import { StoredTemplateStandings } from './template-standings.ts';

export { migrate } from './migrate.ts';

export interface PostgresStoreOptions {
  /** With its password: never to be logged. */
  readonly url: string;
  readonly masterKeys: MasterKeys;
  readonly log: Log;
  readonly clock: Clock;
  /** Connections of this process at once; one more listens. */
  readonly poolSize?: number;
}

/** A store in PostgreSQL, whose tables are brought up to date first. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, masterKeys, log, clock, poolSize = 12 } = options;
  await migrate(url);
  const orm = await openOrm(url, poolSize, log);
  const database = new Database(orm.em.fork());
  const keys = new KeyRing(database, masterKeys);
  const contacts = new ContactCache();
  const forget = (citizenId: CitizenId | undefined) => {
    if (citizenId === undefined) return contacts.clear();
    contacts.forget(citizenId);
    keys.forget(citizenId);
  };
  const listener = new Listener({ url, database, log, onForget: forget });
  try {
    await listener.connect();
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  const inbox = new Inbox(database, keys, clock, forget);
  return {
    transactions: database,
    talks: new StoredTalks(database, keys, inbox, clock, log),
    outbox: new StoredOutbox(database, keys, clock),
    jobs: new StoredJobs(database, keys),
    citizens: new StoredCitizens(database, keys, contacts, listener),
    consents: new StoredConsents(database, keys),
    applications: new StoredServiceApplications(database, keys),
    papers: new StoredPapers(database, keys),
    places: new StoredPlaces(database),
    demands: new StoredDemands(database, keys),
    payments: new StoredPayments(database, keys),
    certificates: new StoredCertificates(database, keys),
    officers: new StoredOfficers(database),
    officeSessions: new StoredOfficeSessions(database),
    auditLog: new StoredAuditLog(database),
    numbers: new StoredNumbers(database),
    oneTimePasswords: new StoredOneTimePasswords(database),
    linkCodes: new StoredLinkCodes(database),
    usedTickets: new StoredUsedTickets(database),
    assistedSessions: new StoredAssistedSessions(database),
    screens: new StoredScreens(database, keys),
    kiosks: new StoredKiosks(database),
    templateStandings: new StoredTemplateStandings(database),
    handovers: new StoredHandovers(database, keys),
    definitions: new StoredDefinitions(database),
    channelEntries: new StoredChannelEntries(database),
    keys,
    wakeup: listener,
    prune: (before) => prune(database, before),
    check: () => check(database),
    figures: () => figuresOf(database, clock),
    close: async () => {
      await listener.close();
      await orm.close(true);
    },
  };
}

/**
 * Every statement here looks up few rows by an index. A plan that was made when the tables were small stays with its
 * connection, so it must not read a whole table then either.
 */
const BY_INDEX = CompiledQuery.raw(
  `select set_config(name, 'off', false) from unnest('{enable_seqscan,enable_hashjoin,enable_mergejoin}'::text[]) as name`,
);

function openOrm(url: string, poolSize: number, log: Log): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [
      CitizenRow,
      ConsentEntity,
      ApplicationEntity,
      PaperEntity,
      DemandEntity,
      PaymentEntity,
      CertificateEntity,
      HandoverEntity,
    ],
    pool: { min: 0, max: poolSize },
    driverOptions: { Client: PreparedClient, connectionTimeoutMillis: 10_000 },
    onCreateConnection: async (connection) => {
      await (connection as DatabaseConnection).executeQuery(BY_INDEX);
    },
    // Its own words may hold values of statements.
    logger: () => log.warn('database.notice'),
    debug: false,
  });
}

async function check(database: Database): Promise<Checked> {
  try {
    const [row] = await database.query<{ version: string }>(`select current_setting('server_version') as version`, []);
    return { ok: true, note: `PostgreSQL ${row?.version ?? ''}` };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, problem: `The database does not answer (${code}).` };
  }
}
