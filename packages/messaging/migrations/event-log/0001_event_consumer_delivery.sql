-- Facts in the order in which they were committed: one appender at a time, so identity order is commit order.
create table event (
  position bigint generated always as identity primary key,
  id uuid not null unique,
  topic text not null,
  envelope jsonb not null,
  recorded_at timestamptz(3) not null default now()
);
create index event_topic_position on event (topic, position);

-- How far each durable consumer has turned facts into deliveries.
create table consumer (
  durable text primary key,
  topics text[] not null,
  scanned_through bigint not null default 0
);

-- Facts that a consumer still owes an answer for; an acknowledged one is deleted.
create table delivery (
  durable text not null references consumer on delete cascade,
  position bigint not null references event on delete cascade,
  attempts integer not null default 0,
  available_at timestamptz(3) not null default now(),
  primary key (durable, position)
);
create index delivery_available on delivery (durable, available_at, position);

-- Facts that a consumer could not take, with what it said; kept until somebody decides.
create table dead_letter (
  durable text not null,
  event_id uuid not null,
  envelope jsonb not null,
  error text not null,
  attempts integer not null,
  failed_at timestamptz(3) not null default now(),
  primary key (durable, event_id)
);

grant usage on schema event_log to veza_subgraph;
grant select, insert, delete on event to veza_subgraph;
grant select, insert, update on consumer to veza_subgraph;
grant select, insert, update, delete on delivery to veza_subgraph;
grant select, insert, update on dead_letter to veza_subgraph;
