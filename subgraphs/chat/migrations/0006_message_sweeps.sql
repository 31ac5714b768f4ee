-- Messages of a banned person that are to be deleted: finished in chunks by a job, whatever restarts lie between.
create table message_sweep (
  id bigint generated always as identity primary key,
  community_id uuid not null references community,
  user_id uuid not null,
  actor_id uuid not null,
  since timestamptz(3) not null,
  until timestamptz(3) not null
);
create index message_author on message (author_id, channel_id, msg_no desc);
