import { defineEntity, type InferEntity, LockMode, p } from '@mikro-orm/core';
import type { Citizens } from '#application/ports/out/repositories.ts';
import { Citizen, type CitizenSnapshot } from '#domain/citizen/citizen.ts';
import { type ContactPoint, contactPointKey } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import { openJson, sealJson } from '../sealing/index.ts';
import { ContactPointTaken } from '../store.ts';
import type { ContactCache } from './contact-cache.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import type { Listener } from './listener.ts';

export const CitizenRow = defineEntity({
  name: 'CitizenRow',
  tableName: 'citizen',
  properties: { id: p.text().primary(), sealed: p.blob() },
});
type CitizenRow = InferEntity<typeof CitizenRow>;

const sealedAs = (id: CitizenId): string => `citizen/${id}`;

export class StoredCitizens implements Citizens {
  private readonly database: Database;
  private readonly keys: KeyRing;
  private readonly cache: ContactCache;
  private readonly listener: Listener;

  constructor(database: Database, keys: KeyRing, cache: ContactCache, listener: Listener) {
    this.database = database;
    this.keys = keys;
    this.cache = cache;
    this.listener = listener;
  }

  async find(id: CitizenId): Promise<Citizen | undefined> {
    const row = await this.database.within((em) => em.findOne(CitizenRow, { id }, { disableIdentityMap: true }));
    return row ? this.open(row) : undefined;
  }

  add(citizen: Citizen): Promise<boolean> {
    const snapshot = citizen.snapshot();
    const isTaken = new Error('taken');
    const adding = this.database.run(async () => {
      const key = await this.keys.make(snapshot.id);
      if (!key || !(await this.claim(snapshot))) throw isTaken;
      const sealed = sealJson(key, snapshot, sealedAs(snapshot.id));
      await this.database.within((em) => em.insert(CitizenRow, { id: snapshot.id, sealed }));
      return true;
    });
    // Undone as a whole: neither a key nor a contact point stays behind.
    return adding.catch((error) => {
      if (error === isTaken) return false;
      throw error;
    });
  }

  update(id: CitizenId, change: (citizen: Citizen) => void): Promise<Citizen | undefined> {
    return this.database.run(async () => {
      const citizen = await this.lock(id);
      if (!citizen) return undefined;
      const before = citizen.snapshot().contactPoints;
      change(citizen);
      const after = citizen.snapshot();
      if (!(await this.claim(after))) throw new ContactPointTaken();
      await this.giveUp(
        before.filter((each) => !after.contactPoints.includes(each)),
        after.id,
      );
      await this.store(after);
      return citizen;
    });
  }

  async behind(points: readonly ContactPoint[]): Promise<readonly (CitizenId | undefined)[]> {
    const hashes = points.map((point) => this.keys.hash(contactPointKey(point)));
    const mayKeep = !this.database.isInTransaction;
    const known = new Map<string, CitizenId>();
    for (const hash of hashes) {
      const cached = mayKeep ? this.cache.get(hash) : undefined;
      if (cached !== undefined) known.set(hash.toString('hex'), cached);
    }
    const asked = hashes.filter((hash) => !known.has(hash.toString('hex')));
    if (asked.length > 0) {
      const read = this.cache.beginRead();
      const rows = await this.database.query<{ hash: Buffer; citizen_id: string }>(
        'select hash, citizen_id from contact_point where hash = any($1::bytea[])',
        [asked],
      );
      for (const row of rows) {
        known.set(row.hash.toString('hex'), row.citizen_id);
        if (mayKeep) read.keep(row.hash, row.citizen_id);
      }
    }
    return hashes.map((hash) => known.get(hash.toString('hex')));
  }

  moveContactPoint(point: ContactPoint, to: CitizenId, now: Instant): Promise<void> {
    return this.database.run(async () => {
      const hash = this.keys.hash(contactPointKey(point));
      const [from] = await this.database.query<{ citizen_id: string }>(
        'select citizen_id from contact_point where hash = $1 for update',
        [hash],
      );
      if (from?.citizen_id === to) return;
      const citizen = await this.lock(to);
      if (!citizen) return;
      if (from) await this.takeFrom(from.citizen_id, point, hash);
      citizen.addContactPoint(point, 'provider', now);
      if (!(await this.claim(citizen.snapshot()))) throw new ContactPointTaken();
      await this.store(citizen.snapshot());
      if (from) await this.listener.announceForgotten(from.citizen_id);
    });
  }

  erase(id: CitizenId): Promise<void> {
    return this.database.run(async () => {
      await this.keys.destroy(id);
      for (const table of [
        'contact_point',
        'conversation',
        'inbox',
        'outbox',
        'job',
        'provider_message',
        'link_code',
        'screen_message',
        'said_part',
        'handover',
      ]) {
        await this.database.query(`delete from ${table} where citizen_id = $1`, [id]);
      }
      await this.database.query('update service_application set about = null where citizen_id = $1', [id]);
      await this.database.query('delete from citizen where id = $1', [id]);
      await this.listener.announceForgotten(id);
    });
  }

  private async giveUp(points: CitizenSnapshot['contactPoints'], id: CitizenId): Promise<void> {
    if (points.length === 0) return;
    const hashes = points.map(({ point }) => this.keys.hash(contactPointKey(point)));
    await this.database.query('delete from contact_point where citizen_id = $1 and hash = any($2::bytea[])', [
      id,
      hashes,
    ]);
    await this.listener.announceForgotten(id);
  }

  private async takeFrom(holder: CitizenId, point: ContactPoint, hash: Buffer): Promise<void> {
    await this.database.query('delete from contact_point where hash = $1', [hash]);
    const snapshot = (await this.lock(holder))?.snapshot();
    if (!snapshot) return;
    const key = contactPointKey(point);
    const contactPoints = snapshot.contactPoints.filter((each) => contactPointKey(each.point) !== key);
    await this.store({ ...snapshot, contactPoints });
  }

  /** Takes the contact points that are not his yet. Returns false when one of them is another's. */
  private async claim({ id, contactPoints }: CitizenSnapshot): Promise<boolean> {
    const hashes = contactPoints.map(({ point }) => this.keys.hash(contactPointKey(point)));
    // Sorted, so that two who take the same ones at once wait for each other and do not lock each other out.
    hashes.sort(Buffer.compare);
    await this.database.query(
      `insert into contact_point (hash, citizen_id)
       select hash, $2 from unnest($1::bytea[]) with ordinality as given (hash, place) order by place
       on conflict do nothing`,
      [hashes, id],
    );
    const [held] = await this.database.query<{ count: string }>(
      'select count(*) from contact_point where hash = any($1::bytea[]) and citizen_id = $2',
      [hashes, id],
    );
    return Number(held?.count) === hashes.length;
  }

  private async lock(id: CitizenId): Promise<Citizen | undefined> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const row = await this.database.within((em) =>
      em.findOne(CitizenRow, { id }, { disableIdentityMap: true, lockMode }),
    );
    return row ? this.open(row) : undefined;
  }

  private async store(snapshot: CitizenSnapshot): Promise<void> {
    const key = await this.keys.keyOf(snapshot.id);
    if (!key) return;
    const sealed = sealJson(key, snapshot, sealedAs(snapshot.id));
    await this.database.within((em) => em.nativeUpdate(CitizenRow, { id: snapshot.id }, { sealed }));
  }

  private async open(row: CitizenRow): Promise<Citizen | undefined> {
    const key = await this.keys.keyOf(row.id);
    return key && Citizen.restore(openJson(key, row.sealed, sealedAs(row.id)));
  }
}
