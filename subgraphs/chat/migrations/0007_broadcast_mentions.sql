-- Roles that a message calls, one row each however many people have them; the everyone-role is everybody.
create table broadcast_mention (
  channel_id uuid not null,
  msg_no bigint not null,
  role_id uuid not null,
  primary key (channel_id, msg_no, role_id)
);
