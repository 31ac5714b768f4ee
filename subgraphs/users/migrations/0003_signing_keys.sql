-- Keys of access tokens. The private half is encrypted under the key-encryption key and gone once the key is retiring.
create table signing_key (
  kid text primary key,
  state text not null check (state in ('pending', 'active', 'retiring', 'retired')),
  public_jwk jsonb not null,
  private_ct bytea,
  state_since timestamptz(3) not null,
  check ((state in ('pending', 'active')) = (private_ct is not null))
);
create unique index signing_key_one_each on signing_key (state) where state in ('pending', 'active');
