-- An ordered list of tracks: a playlist, an album or an EP.
create table playlist (
  id uuid primary key,
  owner_id uuid not null,
  kind text not null check (kind in ('PLAYLIST', 'ALBUM', 'EP')),
  title text not null check (length(title) between 1 and 100),
  description text check (length(description) between 1 and 5000),
  visibility text not null check (visibility in ('PUBLIC', 'UNLISTED', 'PRIVATE')),
  artwork_image_id text references image (id) on delete set null,
  revision bigint not null default 1 check (revision > 0),
  created_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);
create index playlist_of_owner on playlist (owner_id) where deleted_at is null;

-- A place in a playlist. The same track may stand in several; items come in the order of their ranks, byte by byte.
create table playlist_item (
  id uuid primary key,
  playlist_id uuid not null references playlist (id) on delete cascade,
  track_id uuid not null references track (id),
  rank text collate "C" not null,
  added_at timestamptz(3) not null,
  unique (playlist_id, rank)
);
create index playlist_item_of_track on playlist_item (track_id);

-- Who may see a playlist: its owner always, everybody else unless it is private.
create function playlist_visible_to(item playlist, viewer uuid, sees_all boolean) returns boolean
language sql stable
return item.deleted_at is null and (sees_all or item.owner_id = viewer or item.visibility in ('PUBLIC', 'UNLISTED'));
