-- The picture of a person, by the upload that they sent it with.
alter table account add column avatar_upload_id uuid unique;
alter table account add column avatar_image_id text check (avatar_image_id ~ '^[a-z0-9]{26}$');
alter table account add constraint account_avatar_check check ((avatar_upload_id is null) = (avatar_image_id is null));

-- Finished uploads of pictures of people, as tracks told of them. Each is used once.
create table known_avatar (
  upload_id uuid primary key,
  owner_id uuid not null,
  image_id text not null,
  -- Tracks removes what nothing uses for a day, so an old row is not believed.
  known_at timestamptz(3) not null,
  used_at timestamptz(3)
);
