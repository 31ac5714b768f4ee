-- A device on which somebody is signed in: one row per family of refresh tokens.
create table session (
  id uuid primary key,
  user_id uuid not null references account (id),
  device_name text check (length(device_name) between 1 and 100),
  amr text[] not null check (cardinality(amr) > 0),
  auth_time timestamptz(3) not null,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  end_reason text check (end_reason in ('SIGN_OUT', 'REVOKED', 'REUSE', 'PASSWORD', 'EXPIRED')),
  check ((ended_at is null) = (end_reason is null))
);
create index session_live on session (user_id, id) where ended_at is null;
create index session_expiry on session (expires_at) where ended_at is null;
create index session_ended on session (ended_at) where ended_at is not null;

-- Refresh tokens by SHA-256 digest. The successor is readable only with the token before it, and only for 60 s.
create table refresh_token (
  token_hash bytea primary key check (length(token_hash) = 32),
  session_id uuid not null references session (id) on delete cascade,
  generation integer not null check (generation > 0),
  state text not null check (state in ('active', 'rotated')),
  retry_key_hash bytea,
  successor_ct bytea,
  rotated_at timestamptz(3),
  unique (session_id, generation),
  check ((state = 'rotated') = (rotated_at is not null)),
  check (state = 'rotated' or (successor_ct is null and retry_key_hash is null))
);
-- The database forbids two live successors.
create unique index refresh_one_active on refresh_token (session_id) where state = 'active';
create index refresh_readable on refresh_token (rotated_at) where successor_ct is not null;
create index refresh_rotated on refresh_token (rotated_at) where state = 'rotated';

-- Access tokens that must not pass although they have not expired.
create table revocation (
  id uuid primary key,
  kind text not null check (kind in ('session', 'user')),
  subject uuid not null,
  min_auth_version integer,
  not_before timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  check ((kind = 'user') = (min_auth_version is not null))
);
create index revocation_recorded on revocation (not_before);
create index revocation_expiry on revocation (expires_at);
