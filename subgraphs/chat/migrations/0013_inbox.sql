-- What reaches one person, numbered without gaps: the lock on their head makes commit order the order of numbers.
create table user_head (
  user_id uuid primary key,
  last_seq bigint not null default 0,
  floor_seq bigint not null default 0
) with (fillfactor = 50);

-- Kinds: 1 = mentioned, with the message and why; 2 = membership changed, with the community and what became of it. Never content.
create table user_event (
  user_id uuid not null,
  seq bigint not null,
  kind smallint not null,
  subject_id uuid not null,
  channel_id uuid,
  detail smallint not null,
  occurred_at timestamptz(3) not null,
  primary key (user_id, seq)
);
create index user_event_age on user_event (occurred_at);

-- When somebody marked a channel as read, for their other devices.
alter table read_state add column moved_at timestamptz(3);
create index read_state_moved on read_state (user_id, moved_at) where moved_at is not null;
