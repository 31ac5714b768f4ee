-- Threads are channels that hang on another, their parent, and may have grown from one of its messages.
-- Silence archives them without a write: what is kept is when somebody last opened one, and at which message somebody closed it.
alter table channel
  add column parent_id uuid references channel,
  add column source_message_id uuid,
  add column creator_id uuid,
  add column is_private boolean not null default false,
  add column is_locked boolean not null default false,
  add column archive_after_s integer check (archive_after_s > 0),
  add column opened_at timestamptz(3),
  add column archived_at timestamptz(3),
  add column archived_msg_no bigint,
  add check ((parent_id is null) = (archive_after_s is null)),
  add check ((archived_at is null) = (archived_msg_no is null));
create unique index channel_grown_thread on channel (parent_id, source_message_id) where source_message_id is not null and deleted_at is null;
create index channel_threads on channel (parent_id, created_at desc, id desc) where parent_id is not null and deleted_at is null;
create index channel_community_threads on channel (community_id) where parent_id is not null and deleted_at is null;

create table thread_member (
  channel_id uuid not null references channel,
  user_id uuid not null,
  joined_at timestamptz(3) not null,
  primary key (channel_id, user_id)
);
create index thread_member_order on thread_member (channel_id, joined_at, user_id);
create index thread_member_of on thread_member (user_id);
