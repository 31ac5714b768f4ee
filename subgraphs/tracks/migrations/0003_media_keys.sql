-- Keys that sign media addresses, sealed. A `next` key is known to verifiers before it signs; a `previous` one still verifies what it signed.
create table media_key (
  scope text not null check (scope in ('f')),
  kid text not null check (kid ~ '^[a-z0-9]{1,8}$'),
  sealed_secret bytea not null,
  state text not null check (state in ('next', 'current', 'previous')),
  since timestamptz(3) not null,
  primary key (scope, kid)
);
create unique index media_key_current on media_key (scope) where state = 'current';
create unique index media_key_next on media_key (scope) where state = 'next';

-- Tokens that ended before their time: those of a subject that were issued up to an instant.
create table media_revocation (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('aid')),
  key text not null,
  -- Unix milliseconds; a token issued at or before is refused.
  issued_until_ms bigint not null,
  recorded_at timestamptz(3) not null default now(),
  -- No token lives longer.
  expires_at timestamptz(3) not null
);
create index media_revocation_recorded on media_revocation (recorded_at);
