-- A piece of music or speech. `published_at` is set when the first version of its audio is ready, and never again.
create table track (
  id uuid primary key,
  artist_id uuid not null,
  title text not null check (length(title) between 1 and 100),
  is_title_chosen boolean not null,
  description text check (length(description) between 1 and 5000),
  genre text check (length(genre) between 1 and 50),
  tags text[] not null default '{}' check (cardinality(tags) <= 20),
  visibility text not null check (visibility in ('PUBLIC', 'UNLISTED', 'PRIVATE')),
  licence text not null check (licence in ('ALL_RIGHTS_RESERVED', 'CC_BY', 'CC0')),
  play_count integer not null default 0 check (play_count >= 0),
  newest_asset_id uuid not null,
  current_asset_id uuid,
  published_at timestamptz(3),
  is_announced boolean not null default false,
  revision bigint not null default 1 check (revision > 0),
  created_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  check ((published_at is null) = (current_asset_id is null))
);
create index track_of_artist on track (artist_id, id desc) where deleted_at is null;

-- One version of a track's audio and how far it is. `changed_at` tells a live worker from a lost one.
create table asset (
  id uuid primary key,
  track_id uuid not null references track (id),
  version integer not null check (version > 0),
  aid text not null unique check (aid ~ '^[a-z0-9]{26}$'),
  upload_id uuid not null references upload (id),
  state text not null default 'QUEUED' check (state in ('QUEUED', 'PROBING', 'TRANSCODING', 'PUBLISHING', 'READY', 'FAILED')),
  progress real not null default 0 check (progress between 0 and 1),
  failure_code text,
  duration_ms integer check (duration_ms > 0),
  sample_count bigint check (sample_count > 0),
  integrated_lufs real,
  loudness_range_lu real,
  true_peak_dbtp real,
  waveform bytea check (length(waveform) = 4000),
  renditions jsonb,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  -- When it was replaced or its track was deleted; its files go soon after.
  retired_at timestamptz(3),
  unique (track_id, version),
  check ((state = 'FAILED') = (failure_code is not null)),
  check (state <> 'READY' or (duration_ms is not null and waveform is not null and renditions is not null))
);
create index asset_unfinished on asset (changed_at) where retired_at is null and state <> 'READY';

alter table track add constraint track_newest_asset foreign key (newest_asset_id) references asset (id) deferrable initially deferred;
alter table track add constraint track_current_asset foreign key (current_asset_id) references asset (id);

-- What is served of a version. A request names a file; it is looked up here and never becomes a path.
create table asset_file (
  asset_id uuid not null references asset (id),
  name text not null check (name ~ '^[a-z0-9-]{1,40}\.(m3u8|mpd|mp4|m4s)$'),
  content_type text not null,
  byte_size bigint not null check (byte_size >= 0),
  sha256 bytea not null check (length(sha256) = 32),
  primary key (asset_id, name)
);

-- Who may see a track: its artist always, everybody once it is ready and not private. The one predicate behind every read.
create function visible_to(item track, viewer uuid, sees_all boolean) returns boolean
language sql stable
return item.deleted_at is null
  and (sees_all or item.artist_id = viewer or (item.published_at is not null and item.visibility in ('PUBLIC', 'UNLISTED')));

-- Where a track may be listed: everywhere when it is public, else only among its artist's own.
create function listed_to(item track, viewer uuid) returns boolean
language sql stable
return visible_to(item, viewer, false) and (item.artist_id = viewer or item.visibility = 'PUBLIC');
