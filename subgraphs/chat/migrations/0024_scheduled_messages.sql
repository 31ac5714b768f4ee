-- Messages to be sent later. States: 1 = pending, 2 = sent, 3 = failed. The id is the nonce under which the message is sent, so that a send
-- that was repeated after a crash is the first one. `due_at` is the next attempt; whoever sends holds `claimed_at` for a minute.
create table scheduled_message (
  id uuid primary key,
  channel_id uuid not null references channel,
  author_id uuid not null,
  nonce text not null,
  content text not null,
  reply_to_id uuid,
  send_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  claimed_at timestamptz(3),
  state smallint not null default 1 check (state in (1, 2, 3)),
  failure text,
  created_at timestamptz(3) not null,
  check ((state = 3) = (failure is not null)),
  unique (author_id, channel_id, nonce)
);
create index scheduled_message_due on scheduled_message (due_at, id) where state = 1;
create index scheduled_message_sent on scheduled_message (send_at) where state = 2;
