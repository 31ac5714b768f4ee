-- What chat needs to know of tracks, from the events of their owner. A row with a lower revision never replaces a higher one.
create table track_card (
  track_id uuid primary key,
  is_playable boolean not null,
  duration_ms integer,
  release_at timestamptz(3),
  revision bigint not null
);
