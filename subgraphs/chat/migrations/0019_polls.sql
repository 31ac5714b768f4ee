-- Questions that messages ask. Counters move under the lock of the channel's log, together with the votes that they count.
create table poll (
  channel_id uuid not null,
  message_id uuid not null,
  question text not null,
  is_multiple boolean not null,
  closes_at timestamptz(3) not null,
  closed_at timestamptz(3),
  voter_count integer not null default 0 check (voter_count >= 0),
  primary key (channel_id, message_id)
);
create table poll_option (
  channel_id uuid not null,
  message_id uuid not null,
  place smallint not null check (place >= 0),
  text text not null,
  vote_count integer not null default 0 check (vote_count >= 0),
  primary key (channel_id, message_id, place),
  foreign key (channel_id, message_id) references poll on delete cascade
);
create table poll_vote (
  channel_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  place smallint not null,
  primary key (channel_id, message_id, user_id, place),
  foreign key (channel_id, message_id, place) references poll_option on delete cascade
);
