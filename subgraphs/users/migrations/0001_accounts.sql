create extension if not exists citext with schema public;

-- A person and how they get in. `revision` rises with every change that others hear of.
create table account (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z0-9_.]{3,32}$'),
  username_key text not null unique,
  email public.citext not null unique check (length(email) <= 254),
  email_verified_at timestamptz(3),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
  auth_version integer not null default 1 check (auth_version > 0),
  password_hash text not null,
  display_name text not null check (length(display_name) between 1 and 100),
  bio text check (length(bio) <= 5000),
  links text[] not null default '{}' check (cardinality(links) <= 10),
  revision bigint not null default 1 check (revision > 0),
  created_at timestamptz(3) not null
);

-- What somebody may do for the house.
create table role_grant (
  user_id uuid not null references account (id),
  role text not null check (role in ('ADMIN', 'MODERATOR', 'SUPPORT', 'FINANCE')),
  granted_at timestamptz(3) not null,
  primary key (user_id, role)
);

-- Tokens in mails, by SHA-256 digest: single use, bound to a purpose, an account and the address that it had.
create table one_time_token (
  token_hash bytea primary key check (length(token_hash) = 32),
  user_id uuid not null references account (id),
  purpose text not null check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD')),
  email public.citext not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
-- A new request voids the one before.
create unique index one_time_token_unused on one_time_token (user_id, purpose) where used_at is null;
create index one_time_token_expiry on one_time_token (expires_at);

-- Mails to be sent. A request to reset a password is written for every address, so that known and unknown ones cost the same.
create table mail_request (
  id uuid primary key,
  kind text not null check (kind in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'ADDRESS_IN_USE', 'SESSION_MISUSED')),
  email public.citext not null,
  requested_at timestamptz(3) not null,
  attempts smallint not null default 0,
  due_at timestamptz(3) not null
);
create index mail_request_due on mail_request (due_at);
