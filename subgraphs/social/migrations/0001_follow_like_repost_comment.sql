-- What is known of people and things that other subgraphs own.
create table known_user (
  id uuid primary key
);

create table known_subject (
  id uuid primary key,
  kind text not null check (kind in ('TRACK', 'LISTING')),
  owner_id uuid not null,
  visibility text not null check (visibility in ('PUBLIC', 'UNLISTED', 'PRIVATE')),
  is_ready boolean not null,
  release_at timestamptz(3),
  duration_ms integer check (duration_ms >= 0),
  is_deleted boolean not null default false,
  revision bigint not null
);

create table follow (
  follower_id uuid not null,
  followee_id uuid not null,
  since timestamptz(3) not null,
  primary key (follower_id, followee_id),
  check (follower_id <> followee_id)
);
create index follow_followee on follow (followee_id, since desc, follower_id desc);

-- Counters in four slots a person or thing, so that acting people seldom wait for each other; a read sums them.
create table user_stat (
  user_id uuid not null,
  slot smallint not null check (slot between 0 and 3),
  followers bigint not null default 0,
  following bigint not null default 0,
  primary key (user_id, slot)
) with (fillfactor = 70);

create table subject_stat (
  subject_id uuid not null,
  slot smallint not null check (slot between 0 and 3),
  likes bigint not null default 0,
  reposts bigint not null default 0,
  comments bigint not null default 0,
  primary key (subject_id, slot)
) with (fillfactor = 70);

create table subject_like (
  subject_id uuid not null,
  user_id uuid not null,
  since timestamptz(3) not null,
  primary key (subject_id, user_id)
);

create table repost (
  subject_id uuid not null,
  user_id uuid not null,
  caption text,
  since timestamptz(3) not null,
  primary key (subject_id, user_id)
);

create table comment (
  id uuid primary key,
  subject_id uuid not null,
  author_id uuid not null,
  body text not null,
  position_ms integer check (position_ms >= 0),
  reply_to_id uuid references comment (id),
  created_at timestamptz(3) not null,
  deleted_at timestamptz(3)
);
create index comment_newest on comment (subject_id, id desc);
create index comment_position on comment (subject_id, coalesce(position_ms, 2147483647), id);
create index comment_reply on comment (reply_to_id) where reply_to_id is not null;
