-- How far nonces were forgotten: ids of messages rise with time.
create table nonce_retention (
  one_row boolean primary key default true check (one_row),
  cleared_through uuid not null
);
insert into nonce_retention (cleared_through) values ('00000000-0000-0000-0000-000000000000');

create index community_event_age on community_event (occurred_at);
create index community_audit_age on community_audit (occurred_at);
