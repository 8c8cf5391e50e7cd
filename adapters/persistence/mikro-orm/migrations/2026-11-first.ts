import { Migration } from '@mikro-orm/migrations';

/**
 * The first tables. Those that every message touches lead with the citizen's id in every key and refer to no other
 * table, so that they can be partitioned by it, or spread over several databases, and no code changes.
 */
export class First extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // Who is there. Deleting a key makes all that is sealed with it unreadable.
  `create table citizen_key (citizen_id text collate "C" primary key, wrapped bytea not null)`,
  `create table citizen (id text collate "C" primary key, sealed bytea not null)`,
  `create table contact_point (hash bytea primary key, citizen_id text collate "C" not null)`,
  'create index contact_point_citizen on contact_point (citizen_id)',

  // What citizens own: what is asked for in clear, the whole sealed.
  `create table consent (id text collate "C" primary key, citizen_id text collate "C" not null, holds boolean not null,
    given_at timestamptz not null, sealed bytea not null)`,
  'create index consent_held on consent (citizen_id) where holds',
  `create table service_application (id text collate "C" primary key, citizen_id text collate "C" not null,
    service_id text collate "C" not null, status text collate "C" not null,
    acknowledgement_number text collate "C" not null, filed_at timestamptz not null, due_on text collate "C" not null,
    sealed bytea not null)`,
  'create index application_citizen on service_application (citizen_id, filed_at)',
  'create index application_office on service_application (service_id, status, due_on)',
  'create index application_number on service_application (acknowledgement_number)',
  `create table paper (id text collate "C" primary key, citizen_id text collate "C" not null, sealed bytea not null)`,
  `create table demand (id text collate "C" primary key, citizen_id text collate "C" not null,
    application_id text collate "C", status text collate "C" not null, raised_at timestamptz not null,
    billed text[] not null, sealed bytea not null)`,
  'create index demand_application on demand (application_id)',
  `create index demand_paid on demand using gin (billed) where status = 'paid'`,
  `create table payment (id text collate "C" primary key, citizen_id text collate "C" not null,
    demand_id text collate "C" not null, status text collate "C" not null, amount_paise bigint not null,
    created_at timestamptz not null, sealed bytea not null)`,
  'create index payment_demand on payment (demand_id)',
  `create index payment_unsettled on payment (created_at) where status in ('open', 'pending', 'failed')`,
  `create table certificate (number text collate "C" primary key, citizen_id text collate "C" not null,
    application_id text collate "C" not null, issued_at timestamptz not null, sealed bytea not null)`,
  'create index certificate_application on certificate (application_id)',

  // The chat.
  `create table conversation (citizen_id text collate "C" primary key, sealed bytea, last_heard_at timestamptz)`,
  'create sequence inbox_seq cache 1',
  `create table inbox (citizen_id text collate "C" not null, seq bigint not null default nextval('inbox_seq'),
    source_hash bytea not null, status text collate "C" not null default 'waiting', attempts integer not null default 0,
    put_at timestamptz not null, due_at timestamptz not null, sealed bytea, primary key (citizen_id, seq))`,
  'create unique index inbox_source on inbox (citizen_id, source_hash)',
  // Two ways into the few rows that wait: by time, and by citizen. Each statement names the condition of the one that
  // it means ("seq > 0", "attempts >= 0", which are always true), for the planner takes them for the same while few wait.
  `create index inbox_due on inbox (due_at, seq) where status = 'waiting' and seq > 0`,
  `create index inbox_waiting on inbox (citizen_id, seq) where status = 'waiting' and attempts >= 0`,
  `create index inbox_set_aside on inbox (citizen_id) where status = 'set-aside'`,
  'create sequence outbox_seq cache 1',
  `create table outbox (citizen_id text collate "C" not null, seq bigint not null default nextval('outbox_seq'),
    urgency smallint not null, status text collate "C" not null default 'waiting', attempts integer not null default 0,
    tried text[] not null default '{}', due_at timestamptz not null, leased_until timestamptz, code text,
    channel text, sent_at timestamptz, delivery text, delivery_rank smallint not null default 0, sealed bytea,
    primary key (citizen_id, seq))`,
  `create index outbox_due on outbox (urgency, due_at, seq) where status = 'waiting' and seq > 0`,
  `create index outbox_waiting on outbox (citizen_id, urgency, seq) where status = 'waiting' and attempts >= 0`,
  `create index outbox_held on outbox (citizen_id) where status = 'held'`,
  `create index outbox_dead on outbox (citizen_id) where status = 'dead'`,
  // Found by the provider's id only, so this one is spread by that.
  `create table provider_message (channel text collate "C" not null, id_hash bytea not null,
    citizen_id text collate "C" not null, seq bigint not null, primary key (channel, id_hash))`,
  'create index provider_message_outbox on provider_message (citizen_id, seq)',
  'create sequence job_seq cache 1',
  `create table job (citizen_id text collate "C" not null, seq bigint not null default nextval('job_seq'),
    kind text collate "C" not null, status text collate "C" not null default 'waiting', attempts integer not null default 0,
    run_at timestamptz not null, due_at timestamptz not null, code text, sealed bytea not null,
    primary key (citizen_id, seq))`,
  `create index job_due on job (due_at, seq) where status = 'waiting'`,

  // The office.
  `create table officer (sign_in_name text primary key, id text collate "C" not null unique, name text not null,
    role text not null, department text not null, is_administrator boolean not null, password_hash text not null)`,
  `create table office_session (token_hash text collate "C" primary key, csrf_token text not null,
    officer_id text collate "C" not null, expires_at timestamptz not null)`,
  `create table audit_entry (position bigint primary key, who text not null, what text not null, citizen_id text,
    subject_id text, purpose text, at text not null, previous_seal text not null, seal text not null)`,
  `create table number_series (series text primary key, last bigint not null)`,
  `create table number_given (series text not null, subject text not null, number bigint not null,
    primary key (series, subject), unique (series, number))`,

  // Rows that wait come and go; what is planned for must not depend on when statistics were last taken.
  ...['inbox', 'outbox', 'job'].map(
    (table) =>
      `alter table ${table} set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)`,
  ),
];
