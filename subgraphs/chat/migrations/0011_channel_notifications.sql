-- What of a channel reaches somebody; without a row everything. Levels: 1 = all, 2 = mentions, 3 = nothing. Muted without an end is for ever.
create table channel_notification (
  user_id uuid not null,
  channel_id uuid not null references channel,
  level smallint not null check (level in (1, 2, 3)),
  is_muted boolean not null,
  muted_until timestamptz(3),
  changed_at timestamptz(3) not null,
  primary key (user_id, channel_id),
  check (is_muted or muted_until is null)
);
