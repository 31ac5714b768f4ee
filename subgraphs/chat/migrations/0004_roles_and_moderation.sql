-- A deleted community keeps its rows for the audit, and gives its slug back.
alter table community
  add column deleted_at timestamptz(3),
  add column audit_seq bigint not null default 0,
  add column last_seq bigint not null default 0,
  add column floor_seq bigint not null default 0;
drop index community_slug;
create unique index community_slug on community (slug) where deleted_at is null;

alter table member add column timed_out_until timestamptz(3);

-- Roles beyond the everyone-role, which nobody has to be given.
create table member_role (
  community_id uuid not null,
  user_id uuid not null,
  role_id uuid not null references role on delete cascade,
  primary key (community_id, user_id, role_id),
  foreign key (community_id, user_id) references member on delete cascade
);
create index member_role_holders on member_role (role_id, user_id);

-- What a channel grants and takes beyond the community. Target kinds: 1 = role (the everyone-role included), 2 = member.
create table overwrite (
  channel_id uuid not null references channel,
  target_kind smallint not null check (target_kind in (1, 2)),
  target_id uuid not null,
  allow bigint not null check (allow >= 0),
  deny bigint not null check (deny >= 0),
  primary key (channel_id, target_kind, target_id),
  check (allow & deny = 0)
);
create index overwrite_target on overwrite (target_id);
create index channel_category on channel (category_id) where category_id is not null and deleted_at is null;

-- How a membership ended, for streams that end with it. A row goes when the person comes back. Kinds: 1 = left, 2 = kicked, 3 = banned.
create table departure (
  community_id uuid not null references community,
  user_id uuid not null,
  kind smallint not null,
  departed_at timestamptz(3) not null,
  primary key (community_id, user_id)
);

-- People who may not come back, members or not, until an instant or for good.
create table ban (
  community_id uuid not null references community,
  user_id uuid not null,
  actor_id uuid not null,
  reason text,
  until timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (community_id, user_id)
);
create index ban_order on ban (community_id, created_at, user_id);

-- Who changed what, numbered without gaps in each community. Only grows; what is older than a year may go.
create table community_audit (
  community_id uuid not null references community,
  seq bigint not null,
  id uuid not null unique,
  action text not null,
  actor_id uuid not null,
  subject_id text,
  subject_user_id uuid,
  channel_id uuid,
  changes jsonb not null,
  reason text,
  occurred_at timestamptz(3) not null,
  primary key (community_id, seq)
);
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.occurred_at < now() - interval '365 days' then
    return old;
  end if;
  raise exception 'the audit log only grows';
end $$;
create trigger community_audit_grows before update or delete on community_audit for each row execute function refuse_audit_change();

-- What changed in a community, numbered without gaps: kinds and references, never content. A reader joins what is true by then.
create table community_event (
  community_id uuid not null references community,
  seq bigint not null,
  kind smallint not null,
  subject_id uuid,
  access_epoch bigint not null,
  occurred_at timestamptz(3) not null,
  primary key (community_id, seq)
);
