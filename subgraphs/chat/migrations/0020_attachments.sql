-- Finished uploads that tracks told of, for messages to carry. Each is used once.
create table upload (
  id uuid primary key,
  owner_id uuid not null,
  filename text not null,
  content_type text not null,
  byte_size bigint not null check (byte_size >= 0),
  aid text not null,
  width integer,
  height integer,
  known_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index upload_known on upload (known_at);

-- Files of messages. They go with their message.
create table attachment (
  id uuid primary key,
  channel_id uuid not null,
  message_id uuid not null,
  place smallint not null check (place > 0),
  upload_id uuid not null unique,
  filename text not null,
  content_type text not null,
  byte_size bigint not null,
  aid text not null,
  width integer,
  height integer
);
create unique index attachment_place on attachment (channel_id, message_id, place);
-- Spares messages without files the look for them, and is what a search asks.
alter table message add column has_attachment boolean not null default false;

-- Files whose message is gone and of which tracks is still to be told.
create table released_upload (
  upload_id uuid primary key,
  message_id uuid not null
);
