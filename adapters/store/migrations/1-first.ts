/** Version 1: all the tables, and the triggers under which the ledger only grows. */
import type { Dialect } from '../tables.ts';
import type { Migration } from './all.ts';

const FOREVER = 'The ledger only grows: an entry cannot be changed or removed.';

/**
 * Sorts drafts that have no slot, or were never sent, behind those that have. The two databases disagree
 * on where nulls go; the same words stand in the query, or the index would not serve it.
 */
export const SLOT_ORDER = 'coalesce(slot, 9007199254740991)';
export const ASKED_ORDER = 'coalesce(submitted_at, 9007199254740991)';

function ledgerTriggers(dialect: Dialect): string[] {
  if (dialect === 'postgres') {
    return [
      `create function bellbird_ledger_stands() returns trigger language plpgsql as
       $$ begin raise exception '${FOREVER}'; end $$`,
      `create trigger ledger_stands before update or delete on ledger
       for each row execute function bellbird_ledger_stands()`,
      `create trigger ledger_not_emptied before truncate on ledger
       for each statement execute function bellbird_ledger_stands()`,
    ];
  }
  return [
    `create trigger ledger_not_changed before update on ledger
     begin select raise(abort, '${FOREVER}'); end`,
    `create trigger ledger_not_removed before delete on ledger
     begin select raise(abort, '${FOREVER}'); end`,
    // "insert or replace" removes the old row without asking the trigger above.
    `create trigger ledger_not_replaced before insert on ledger
     when exists (select 1 from ledger where school = new.school and seq = new.seq)
     begin select raise(abort, '${FOREVER}'); end`,
  ];
}

function statements(dialect: Dialect): string[] {
  const int = dialect === 'postgres' ? 'bigint' : 'integer';
  const rising =
    dialect === 'postgres'
      ? 'bigint generated always as identity primary key'
      : 'integer primary key autoincrement';
  const strict = dialect === 'postgres' ? '' : 'strict';
  const late = 'deferrable initially deferred';
  const ofDraft = `foreign key (school, draft) references drafts (school, id) ${late}`;
  const ofRevision = `foreign key (school, draft, revision)
     references revisions (school, draft, number) ${late}`;
  return [
    `create table desks (school text primary key, paused text, roll_version ${int} not null,
       next_draft ${int} not null, head_seq ${int} not null, head_hash text not null) ${strict}`,

    `create table drafts (school text not null, id text not null, number ${int} not null,
       author text not null, state text not null, revision ${int} not null, account text not null,
       slot ${int}, submitted_at ${int}, created_at ${int} not null, updated_at ${int} not null,
       url text, published_at ${int}, note text,
       primary key (school, id), unique (school, number)) ${strict}`,
    'create index drafts_by_author on drafts (school, author, state, number)',
    `create index drafts_by_state on drafts (school, state, (${SLOT_ORDER}), (${ASKED_ORDER}), number)`,

    `create table revisions (school text not null, draft text not null, number ${int} not null,
       text text not null, editor text not null, account text not null, occasion text not null,
       wanted ${int}, created_at ${int} not null, hash text not null, verdict text not null,
       ticked text not null, reasons text not null, policy text not null,
       primary key (school, draft, number), ${ofDraft}) ${strict}`,

    `create table approvals (school text not null, draft text not null, revision ${int} not null,
       hash text not null, opened_at ${int} not null, needed ${int} not null, state text not null,
       reminded ${int} not null, primary key (school, draft, revision), ${ofRevision}) ${strict}`,

    `create table decisions (school text not null, draft text not null, revision ${int} not null,
       decider text not null, kind text not null, note text, at ${int} not null,
       primary key (school, draft, revision, decider, kind), ${ofRevision}) ${strict}`,

    `create table attempts (school text not null, id text not null, draft text not null,
       revision ${int} not null, account text not null, hash text not null, since text,
       started_at ${int} not null, outcome text, detail text, url text, finished_at ${int},
       primary key (school, id), ${ofRevision}) ${strict}`,
    'create index attempts_by_draft on attempts (school, draft, started_at)',
    // One post answers to one attempt.
    'create unique index attempts_by_url on attempts (school, url) where url is not null',

    `create table copies (school text not null, draft text not null, audience text not null,
       chat text not null, ref text not null, asked ${int}, primary key (school, draft, chat, ref),
       ${ofDraft}) ${strict}`,

    `create table deliveries (school text not null, id text not null, answer text not null,
       at ${int} not null, primary key (school, id)) ${strict}`,
    'create index deliveries_by_age on deliveries (at)',

    `create table jobs (placed ${rising}, id text not null unique, school text not null, kind text not null,
       draft text not null, payload text not null, due_at ${int}, free_at ${int},
       tries ${int} not null) ${strict}`,
    'create index jobs_by_turn on jobs (free_at, placed)',
    'create index jobs_by_draft on jobs (school, draft, kind)',

    `create table roll (school text not null, place ${int} not null, full_hash text not null,
       first_hash text not null, last_hash text not null, also text not null, year_group text not null,
       photo ${int} not null, name ${int} not null, work ${int} not null,
       primary key (school, place)) ${strict}`,

    `create table agreements (school text not null, person text not null, policy text not null,
       at ${int} not null, countersigned text not null,
       primary key (school, person, policy)) ${strict}`,
    'create index agreements_by_policy on agreements (school, policy, at)',

    `create table account_approvals (school text not null, handle text not null,
       approver text not null, at ${int} not null, primary key (school, handle)) ${strict}`,

    `create table ledger (school text not null, seq ${int} not null, at ${int} not null,
       actor text not null, event text not null, subject text not null, detail text not null,
       prev text not null, hash text not null, primary key (school, seq)) ${strict}`,
    ...ledgerTriggers(dialect),

    `create table shelf_topics (topic text primary key, seq ${int} not null) ${strict}`,
    `create table shelf_items (topic text not null, key text not null, seq ${int} not null,
       value text not null, primary key (topic, key), unique (topic, seq)) ${strict}`,
  ];
}

export const first: Migration = { version: 1, name: 'first', statements };
