-- Files on their way here. The bytes lie in the upload folder until somebody claims them.
create table upload (
  id uuid primary key,
  owner_id uuid not null,
  purpose text not null check (purpose in ('TRACK_AUDIO', 'LISTING_FILE')),
  filename text not null check (octet_length(filename) between 1 and 255),
  byte_size bigint not null check (byte_size >= 0),
  received_bytes bigint not null default 0 check (received_bytes between 0 and byte_size),
  state text not null default 'PENDING' check (state in ('PENDING', 'RECEIVING', 'READY', 'CLAIMED', 'REFUSED', 'EXPIRED')),
  announced_sha256 bytea check (length(announced_sha256) = 32),
  sha256 bytea check (length(sha256) = 32),
  content_type text,
  revision bigint not null default 1 check (revision > 0),
  created_at timestamptz(3) not null,
  -- The end of an upload that is neither completed nor used; unlike the tus file store, which counts from the beginning.
  expires_at timestamptz(3) not null,
  -- When the bytes were removed, so that they no longer count against the quota.
  freed_at timestamptz(3),
  check ((state in ('READY', 'CLAIMED')) <= (sha256 is not null and content_type is not null))
);
create index upload_in_use on upload (owner_id) where freed_at is null;
create index upload_due on upload (expires_at) where freed_at is null and state <> 'CLAIMED';
