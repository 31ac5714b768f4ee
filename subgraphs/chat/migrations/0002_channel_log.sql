-- Which numbering the logs follow. A new epoch is set whenever acknowledged rows may have been lost (restore, lagging replica promoted).
create table log_origin (
  one_row boolean primary key default true check (one_row),
  log_epoch uuid not null
);
insert into log_origin (log_epoch) values (gen_random_uuid());

create table channel (
  id uuid primary key,
  scope_id uuid not null references scope,
  community_id uuid references community,
  category_id uuid references channel,
  kind smallint not null,
  name text,
  topic text,
  position integer not null,
  slow_mode_s integer not null default 0 check (slow_mode_s between 0 and 21600),
  created_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);
create index channel_community on channel (community_id, position, id) where deleted_at is null;

-- The row lock on a channel's head makes commit order the order of numbers, so no reader sees n + 1 before n.
-- No index but the key: updates stay in the page.
create table channel_head (
  channel_id uuid primary key references channel,
  scope_id uuid not null,
  last_seq bigint not null default 0,
  last_msg_no bigint not null default 0,
  floor_seq bigint not null default 0,
  last_message_at timestamptz(3)
) with (fillfactor = 50);

create table message (
  channel_id uuid not null,
  msg_no bigint not null,
  id uuid not null,
  author_id uuid not null,
  nonce text,
  content text not null,
  reply_to_id uuid,
  moment_track_id uuid,
  moment_ms integer,
  pinned_at timestamptz(3),
  created_seq bigint not null,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  primary key (channel_id, msg_no),
  check ((moment_track_id is null) = (moment_ms is null))
) partition by hash (channel_id);
create unique index message_id on message (id, channel_id);
create unique index message_nonce on message (channel_id, author_id, nonce) where nonce is not null;
create index message_pinned on message (channel_id, msg_no) where pinned_at is not null;
create index message_tombstones on message (channel_id, msg_no) where deleted_at is not null;

-- Numbers, kind, references and small facts; never content. Replay joins the message, so edited or deleted text cannot come back.
create table channel_event (
  channel_id uuid not null,
  seq bigint not null,
  kind smallint not null,
  message_id uuid,
  actor_id uuid not null,
  access_epoch bigint not null,
  detail jsonb,
  occurred_at timestamptz(3) not null,
  primary key (channel_id, seq)
) partition by hash (channel_id);

do $$
begin
  for part in 0..15 loop
    execute format('create table message_%s partition of message for values with (modulus 16, remainder %s)', part, part);
    execute format('create table channel_event_%s partition of channel_event for values with (modulus 16, remainder %s)', part, part);
  end loop;
end $$;

create table reaction (
  channel_id uuid not null,
  message_id uuid not null,
  emoji text not null,
  user_id uuid not null,
  primary key (channel_id, message_id, emoji, user_id)
);
create table reaction_count (
  channel_id uuid not null,
  message_id uuid not null,
  emoji text not null,
  count integer not null check (count > 0),
  first_at timestamptz(3) not null,
  primary key (channel_id, message_id, emoji)
);

create table mention (
  user_id uuid not null,
  channel_id uuid not null,
  msg_no bigint not null,
  primary key (user_id, channel_id, msg_no)
);
create index mention_message on mention (channel_id, msg_no);

create table read_state (
  user_id uuid not null,
  channel_id uuid not null,
  last_read_msg_no bigint not null,
  primary key (user_id, channel_id)
) with (fillfactor = 70);

create table slow_mode_gate (
  channel_id uuid not null,
  user_id uuid not null,
  last_sent_at timestamptz not null,
  primary key (channel_id, user_id)
);

create table party_playback (
  channel_id uuid primary key references channel,
  track_id uuid not null,
  position_ms integer not null check (position_ms >= 0),
  is_playing boolean not null,
  as_of timestamptz(3) not null,
  host_id uuid not null,
  rev bigint not null
);
