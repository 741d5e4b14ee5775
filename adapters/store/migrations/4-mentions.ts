/** Version 4: the mentions of an account, and how far they have been read. */
import type { Migration } from './all.ts';

export const mentions: Migration = {
  version: 4,
  name: 'mentions',
  statements: (dialect) => {
    const int = dialect === 'postgres' ? 'bigint' : 'integer';
    const strict = dialect === 'postgres' ? '' : 'strict';
    return [
      `create table mentions (school text not null, account text not null, number ${int} not null,
         mention text not null, state text not null, pile text, rank ${int} not null,
         at ${int} not null, looked ${int} not null, pack text, kept text not null,
         primary key (school, account, number), unique (school, account, mention)) ${strict}`,
      'create index mentions_newest on mentions (school, account, at desc, number desc)',
      'create index mentions_by_state on mentions (school, account, state, looked)',
      'create index mentions_by_pile on mentions (school, pile, rank desc) where pile is not null',
      'create index mentions_by_pack on mentions (school, pack) where pack is not null',
      `create table mentions_read (school text not null, account text not null, kept text not null,
         primary key (school, account)) ${strict}`,
    ];
  },
};
