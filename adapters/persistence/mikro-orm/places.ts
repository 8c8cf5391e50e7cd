import type { Places } from '#application/ports/out/places.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Database } from './database.ts';

/** One row is one place that is gone; its key lets nobody else have it. */
export class StoredPlaces implements Places {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async hold(...[{ resource, slots, places }, by, until, now]: Parameters<Places['hold']>): Promise<boolean> {
    try {
      await this.database.run(async () => {
        // One after the other within a resource: who waits sees what the one before took.
        await this.database.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [resource]);
        await this.database.query(
          // Whoever loses one of several slots loses the booking: none of it can be confirmed any more.
          `delete from booked_place where held_by = $1 or held_by in (
             select held_by from booked_place
             where resource = $2 and slot = any($3::text[]) and held_until <= $4::timestamptz
           )`,
          [by, resource, slots, now],
        );
        const taken = await this.database.query(TAKE, [resource, slots, places, by, until]);
        if (taken.length < slots.length) throw new Full();
      });
      return true;
    } catch (error) {
      if (error instanceof Full) return false;
      throw error;
    }
  }

  async confirm(by: ApplicationId): Promise<boolean> {
    const rows = await this.database.query(
      'update booked_place set held_until = null where held_by = $1 returning place',
      [by],
    );
    return rows.length > 0;
  }

  async free(by: ApplicationId): Promise<void> {
    await this.database.query('delete from booked_place where held_by = $1', [by]);
  }

  async taken(...[resource, { from, to }, now]: Parameters<Places['taken']>) {
    const rows = await this.database.query<{ slot: string; places: number[] }>(
      `select slot, array_agg(place) as places from booked_place
       where resource = $1 and slot between $2 and $3 and (held_until is null or held_until > $4::timestamptz)
       group by slot`,
      [resource, from, to, now],
    );
    return new Map(rows.map(({ slot, places }) => [slot, new Set(places)]));
  }
}

/** Undoes what was taken of a booking that does not fit whole. */
class Full extends Error {}

/** In each slot the first of the places, in the order given, that nobody has. */
const TAKE = `
insert into booked_place (resource, slot, place, held_by, held_until)
select $1, s.slot, p.place, $4, $5::timestamptz
from unnest($2::text[]) as s (slot)
cross join lateral (
  select w.place from unnest($3::integer[]) with ordinality as w (place, rank)
  where not exists (
    select 1 from booked_place b where b.resource = $1 and b.slot = s.slot and b.place = w.place
  )
  order by w.rank limit 1
) as p
on conflict do nothing
returning place`;
