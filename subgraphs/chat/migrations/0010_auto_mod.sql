-- What a community's members may not write. Triggers and their settings are checked where they are made.
create table auto_mod_rule (
  id uuid primary key,
  community_id uuid not null references community,
  name text not null,
  is_enabled boolean not null,
  trigger text not null,
  keywords text[] not null,
  allowed_domains text[] not null,
  mention_limit integer not null check (mention_limit >= 0),
  time_out_s integer not null check (time_out_s >= 0),
  exempt_role_ids uuid[] not null,
  exempt_channel_ids uuid[] not null,
  created_at timestamptz(3) not null
);
create index auto_mod_rule_community on auto_mod_rule (community_id, created_at, id);
