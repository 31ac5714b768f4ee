-- How people want to be seen; without a row by what their devices do. 1 = by their devices, 2 = not to be disturbed, 3 = not at all.
create table presence_choice (
  user_id uuid primary key,
  mode smallint not null check (mode in (1, 2, 3)),
  status_text text
);

-- Rows of those who were there when a message called all who are: they count like others and are not shown in the message.
alter table mention add column is_here boolean not null default false;
