/** Version 2: posts as the outlet took them, what calls to outlets cost, and accounts that take nothing just now. */
import type { Dialect } from '../tables.ts';
import type { Migration } from './all.ts';

function statements(dialect: Dialect): string[] {
  const postgres = dialect === 'postgres';
  const int = postgres ? 'bigint' : 'integer';
  const strict = postgres ? '' : 'strict';
  // Until now there was the timeline alone, whose addresses end in the id of the post.
  const id = postgres
    ? "regexp_replace(url, '^.*/', '')"
    : "replace(url, rtrim(url, replace(url, '/', '')), '')";
  return [
    `create table posts (school text not null, account text not null, id text not null,
       version text not null, draft text not null, shown text not null, looks ${int} not null,
       next_look ${int}, missed_at ${int}, primary key (school, account, id),
       foreign key (school, draft) references drafts (school, id)) ${strict}`,
    'create unique index posts_by_draft on posts (school, draft)',
    'create index posts_by_look on posts (school, account, next_look) where next_look is not null',
    // Nobody looks at these again: a hash of what was shown was not kept.
    `insert into posts (school, account, id, version, draft, shown, looks)
       select school, account, ${id}, ${id}, draft, '', 0 from attempts
       where outcome = 'posted' and url is not null`,

    `create table spends (school text not null, account text not null, month text not null,
       what text not null, times ${int} not null, microdollars ${int} not null,
       primary key (school, month, account, what)) ${strict}`,

    `create table troubles (school text not null, account text not null, why text not null,
       at ${int} not null, primary key (school, account)) ${strict}`,
  ];
}

export const posts: Migration = { version: 2, name: 'posts', statements };
