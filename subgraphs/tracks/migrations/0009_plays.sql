-- One time that somebody heard a track on a device, as its reports tell it.
create table listen (
  id uuid primary key,
  user_id uuid not null,
  device_id uuid not null,
  track_id uuid not null references track (id),
  -- Pseudonym of the network, for a day.
  network text not null,
  started_at timestamptz(3) not null,
  reported_at timestamptz(3) not null,
  played_ms integer not null check (played_ms >= 0),
  credited_ms integer not null check (credited_ms between 0 and played_ms),
  spare_ms integer not null check (spare_ms >= 0),
  -- When it was long enough for a play, and when it is looked at next; null before and after.
  enough_at timestamptz(3),
  due_at timestamptz(3)
);
create index listen_of_device on listen (user_id, device_id, started_at desc);
create index listen_due on listen (due_at) where due_at is not null;
create index listen_of_track on listen (track_id, started_at) where credited_ms >= 5000;

-- What became of listens that were long enough: the truth behind every count. Nothing here is changed or deleted.
create table play_decision (
  listen_id uuid primary key references listen (id),
  track_id uuid not null,
  user_id uuid not null,
  network text not null,
  decision text not null check (decision in ('COUNTED', 'REFUSED', 'OWN', 'QUARANTINED')),
  rule text,
  credited_ms integer not null check (credited_ms >= 0),
  decided_at timestamptz(3) not null,
  check ((decision = 'COUNTED') = (rule is null))
);
create index play_decision_of_track on play_decision (track_id, decided_at) where decision = 'COUNTED';
create index play_decision_of_listener on play_decision (user_id, decided_at) where decision = 'COUNTED';

-- Who was given addresses of what, and what was sent to whom: the evidence that a listen happened. Kept for a day and a little.
create table stream_grant (
  user_id uuid not null,
  track_id uuid not null,
  granted_at timestamptz(3) not null,
  primary key (user_id, track_id)
);
create table media_delivery (
  lid text not null,
  aid text not null,
  segment integer not null,
  delivered_at timestamptz(3) not null,
  primary key (lid, aid, segment)
);

-- What a person heard; the same track again within an hour is the same entry.
create table listening_history (
  id uuid primary key,
  user_id uuid not null,
  track_id uuid not null references track (id),
  played_at timestamptz(3) not null
);
create index listening_history_of_person on listening_history (user_id, played_at desc, id desc);
