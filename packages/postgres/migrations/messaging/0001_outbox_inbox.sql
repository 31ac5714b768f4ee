-- Facts for other subgraphs, written in the transaction of the change. The relay reads unpublished rows, never "id > last":
-- identity values commit out of order.
create table outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null unique,
  topic text not null,
  key text not null,
  revision bigint not null,
  envelope jsonb not null,
  created_at timestamptz(3) not null default now(),
  attempts integer not null default 0,
  published_at timestamptz(3)
) with (autovacuum_vacuum_scale_factor = 0.01);
create index outbox_due on outbox (id) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

-- Events whose effect is in this schema. The row and the effect share a transaction.
create table inbox (
  consumer text not null,
  event_id uuid not null,
  processed_at timestamptz(3) not null default now(),
  primary key (consumer, event_id)
);
create index inbox_processed on inbox (processed_at);
