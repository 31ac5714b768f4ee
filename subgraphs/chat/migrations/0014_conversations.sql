-- Conversations outside of communities: each is a channel and, under the same id, a scope of its own.
-- The key is a digest of who is in it, so that the same people find the same conversation again.
alter table channel add column dm_key bytea;
create unique index channel_dm_key on channel (dm_key) where dm_key is not null;

create table participant (
  channel_id uuid not null references channel,
  user_id uuid not null,
  joined_at timestamptz(3) not null,
  primary key (channel_id, user_id)
);
create index participant_of on participant (user_id, channel_id);

-- Who blocks whom, as the subgraph social says; a row with a lower revision never replaces a higher one.
create table block (
  blocker_id uuid not null,
  blocked_id uuid not null,
  is_active boolean not null,
  revision bigint not null,
  primary key (blocker_id, blocked_id)
);
create index block_reverse on block (blocked_id, blocker_id) where is_active;
