-- A picture in every size. Its id stands in its addresses and cannot be guessed.
create table image (
  id text primary key check (id ~ '^[a-z0-9]{26}$'),
  created_at timestamptz(3) not null
);

create table image_file (
  image_id text not null references image (id) on delete cascade,
  size smallint not null check (size in (64, 128, 256, 512, 1024)),
  byte_size bigint not null check (byte_size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  primary key (image_id, size)
);

-- An upload of a picture is READY once the picture is made of it; the bytes that were sent are not kept.
alter table upload drop constraint upload_purpose_check;
alter table upload add constraint upload_purpose_check check (purpose in ('TRACK_AUDIO', 'ARTWORK', 'AVATAR', 'LISTING_FILE'));
alter table upload add column image_id text unique references image (id) on delete set null;
alter table upload add column refusal_code text;
update upload set refusal_code = 'CHECKSUM_MISMATCH' where state = 'REFUSED';
alter table upload add constraint upload_refusal_check check ((state = 'REFUSED') = (refusal_code is not null));

alter table track add column artwork_image_id text references image (id) on delete set null;
