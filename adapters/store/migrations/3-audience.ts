/** Version 3: duties, whom an account follows, reviews of followers, who may be mentioned, and cards that stand for these. */
import type { Migration } from './all.ts';

export const audience: Migration = {
  version: 3,
  name: 'audience',
  statements: (dialect) => {
    const int = dialect === 'postgres' ? 'bigint' : 'integer';
    const strict = dialect === 'postgres' ? '' : 'strict';
    return [
      `create table duties (school text not null, id text not null, kind text not null,
         about text not null, opens_at ${int} not null, due_by ${int} not null, told text not null,
         told_at ${int} not null, done_by text, done_at ${int}, evidence text,
         primary key (school, id)) ${strict}`,
      'create index duties_open on duties (school, due_by) where done_at is null',
      'create index duties_done on duties (school, done_at) where done_at is not null',

      `create table standing (school text not null, subject text not null, chat text not null,
         ref text not null, person text, primary key (school, subject, chat, ref)) ${strict}`,

      `create table follows (school text not null, id text not null, number ${int} not null,
         account text not null, profile text not null, state text not null, version ${int} not null,
         asked_at ${int} not null, kept text not null,
         primary key (school, id), unique (school, number)) ${strict}`,
      'create index follows_by_state on follows (school, state, number)',
      'create index follows_by_profile on follows (school, account, profile, number)',

      `create table lists_read (school text not null, account text not null, list text not null,
         at ${int} not null, primary key (school, account, list)) ${strict}`,

      `create table reviews (school text not null, id text not null, account text not null,
         state text not null, kept text not null, primary key (school, id)) ${strict}`,
      // One at a time for each account.
      "create unique index reviews_open on reviews (school, account) where state <> 'done'",
      `create table followers (school text not null, account text not null, number ${int} not null,
         review text not null, profile text not null, state text not null, doubt ${int} not null,
         plain ${int} not null, kept text not null, primary key (school, account, number),
         unique (school, account, profile)) ${strict}`,
      'create index followers_by_review on followers (school, review, state, doubt desc, number)',

      `create table handles (school text not null, handle text not null, kept text not null,
         primary key (school, handle)) ${strict}`,
    ];
  },
};
