import { Migration } from '@mikro-orm/migrations';

/** Places in slots that are held or booked: one row each, so that no two people ever have the same. */
export class BookedPlaces extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table booked_place (resource text collate "C" not null, slot text collate "C" not null, place integer not null,
    held_by text collate "C" not null, held_until timestamptz, primary key (resource, slot, place))`,
  'create index booked_place_holder on booked_place (held_by)',
];
