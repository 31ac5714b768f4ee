-- Who blocks whom. A row stays after the block has ended, so that the numbers of its facts go on rising.
create table block (
  blocker_id uuid not null,
  blocked_id uuid not null,
  is_active boolean not null,
  revision bigint not null,
  since timestamptz(3) not null,
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id)
);
create index block_order on block (blocker_id, since desc, blocked_id desc) where is_active;
