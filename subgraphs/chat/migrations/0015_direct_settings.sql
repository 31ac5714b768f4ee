-- From whom somebody takes new conversations; without a row from everybody. 1 = everybody, 2 = people of a shared community, 3 = nobody.
create table direct_setting (
  user_id uuid primary key,
  accepts smallint not null check (accepts in (1, 2, 3))
);
