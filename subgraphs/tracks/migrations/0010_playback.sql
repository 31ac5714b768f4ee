-- Something on which a person is signed in and listens.
create table playback_device (
  id uuid primary key,
  user_id uuid not null,
  session_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('PHONE', 'TABLET', 'DESKTOP', 'WEB', 'SPEAKER')),
  seen_at timestamptz(3) not null,
  unique (user_id, session_id, name, kind)
);
create index playback_device_of_session on playback_device (session_id);

-- What a person plays: one row, whose lock puts commands of all devices in order.
create table playback_state (
  user_id uuid primary key,
  revision bigint not null default 0 check (revision >= 0),
  device_id uuid,
  is_playing boolean not null default false,
  position_ms integer not null default 0 check (position_ms >= 0),
  as_of timestamptz(3) not null,
  duration_ms integer check (duration_ms > 0),
  repeat text not null default 'OFF' check (repeat in ('OFF', 'ONE', 'ALL')),
  is_shuffled boolean not null default false,
  shuffle_seed integer not null default 0,
  volume smallint not null default 100 check (volume between 0 and 100),
  -- The queue as it is played, at most 1,000; written only when it changes. One row, so that it is read and locked with the rest.
  entries jsonb not null default '[]' check (jsonb_array_length(entries) <= 1000),
  -- Place in it of what is on; -1 for nothing.
  current_at integer not null default -1 check (current_at >= -1 and current_at < greatest(jsonb_array_length(entries), 1))
);
create index playback_state_sounding on playback_state (device_id) where is_playing;

-- What commands were answered with, for a day: the same command again gets the same answer.
create table playback_command (
  user_id uuid not null,
  command_id text not null check (length(command_id) between 1 and 64),
  answer jsonb not null,
  carried_out_at timestamptz(3) not null,
  primary key (user_id, command_id)
);
create index playback_command_age on playback_command (carried_out_at);
