-- What everybody sees of a person, from the events of their owner. A row with a lower revision never replaces a higher one.
create table user_card (
  user_id uuid primary key,
  username text not null,
  display_name text not null,
  avatar jsonb,
  revision bigint not null
);
