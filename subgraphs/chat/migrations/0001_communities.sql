-- Slugs compare without regard to case.
create extension if not exists citext with schema public;

-- A unit whose permissions change together. Every such change raises the epoch in its own transaction; writes and live streams
-- compare it with the one under which they were allowed.
create table scope (
  id uuid primary key,
  access_epoch bigint not null default 1
);

create table community (
  id uuid primary key references scope,
  slug citext not null,
  name text not null,
  description text,
  owner_id uuid not null,
  member_count integer not null check (member_count >= 0),
  created_at timestamptz(3) not null
);
create unique index community_slug on community (slug);
create index community_owner on community (owner_id);

-- The everyone-role has the community's id and position 0.
create table role (
  id uuid primary key,
  community_id uuid not null references community,
  name text not null,
  position integer not null check (position >= 0),
  color text,
  permissions bigint not null check (permissions >= 0),
  constraint role_position unique (community_id, position) deferrable
);

create table member (
  community_id uuid not null references community,
  user_id uuid not null,
  nickname text,
  joined_at timestamptz(3) not null,
  primary key (community_id, user_id)
);
create index member_of on member (user_id, joined_at, community_id);
create index member_order on member (community_id, joined_at, user_id);

create table invite (
  code text primary key,
  community_id uuid not null references community,
  creator_id uuid not null,
  uses integer not null default 0,
  max_uses integer check (max_uses > 0),
  expires_at timestamptz(3),
  created_at timestamptz(3) not null,
  check (uses <= max_uses)
);
create index invite_community on invite (community_id);
