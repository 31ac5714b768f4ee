-- When the first version of a track's audio was ready. Whether it is out depends on the release, too.
alter table track rename column published_at to ready_at;
-- When others may see it at the earliest; nothing happens at that instant but that the predicates below turn true.
alter table track add column release_at timestamptz(3);
-- Whether others were told of the release; false only while it lies ahead.
alter table track add column is_release_told boolean not null default true;
alter table track add column is_downloadable boolean not null default false;
create index track_to_be_released on track (release_at) where not is_release_told;

create function is_released(item track) returns boolean
language sql stable
return item.ready_at is not null and (item.release_at is null or item.release_at <= now());

create or replace function visible_to(item track, viewer uuid, sees_all boolean) returns boolean
language sql stable
return item.deleted_at is null
  and (sees_all or item.artist_id = viewer or (is_released(item) and item.visibility in ('PUBLIC', 'UNLISTED')));

-- The link by which an artist lets others hear a track before it is out. The secret itself is in the link alone.
create table secret_link (
  track_id uuid primary key references track (id),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3)
);

-- Downloads of originals have a key ring of their own.
alter table media_key drop constraint media_key_scope_check;
alter table media_key add constraint media_key_scope_check check (scope in ('f', 'd'));
