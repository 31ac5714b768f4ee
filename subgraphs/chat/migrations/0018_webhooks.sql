-- Doors through which other programs write into a channel. Only a digest of each secret is kept.
create table webhook (
  id uuid primary key,
  channel_id uuid not null references channel,
  name text not null,
  may_mention_everyone boolean not null,
  creator_id uuid not null,
  secret_digest bytea not null,
  created_at timestamptz(3) not null
);
create index webhook_channel on webhook (channel_id, created_at, id);

-- What a webhook wrote, under the name that it had or gave itself then. Its id stands in the place of an author's, too.
alter table message
  add column webhook_id uuid,
  add column webhook_name text,
  add check ((webhook_id is null) = (webhook_name is null));
