create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- Words without their accents and endings as they are: titles are in any language.
create text search configuration listing_search (copy = pg_catalog.simple);
alter text search configuration listing_search alter mapping for hword, hword_part, word with public.unaccent, simple;

create function listing_document(title text, description text, tags text[]) returns tsvector language sql immutable parallel safe
  return setweight(to_tsvector('listing_search'::regconfig, title), 'A')
    || setweight(to_tsvector('listing_search'::regconfig, array_to_string(tags, ' ')), 'B')
    || setweight(to_tsvector('listing_search'::regconfig, coalesce(description, '')), 'C');

create table listing (
  id uuid primary key,
  seller_id uuid not null,
  title text not null check (char_length(title) between 1 and 100),
  description text check (char_length(description) <= 5000),
  kind text not null check (kind in ('SAMPLE_PACK', 'PRESET', 'STEMS', 'BEAT', 'TEMPLATE', 'SERVICE')),
  state text not null check (state in ('DRAFT', 'PUBLISHED')),
  tags text[] not null check (cardinality(tags) <= 20),
  preview_track_id uuid,
  -- Copied from the cheapest licence, for filters and sorts.
  lowest_price_minor bigint check (lowest_price_minor >= 0),
  lowest_price_currency char(3),
  -- Kept by reviews, so that a page of listings reads no review.
  review_count integer not null default 0 check (review_count >= 0),
  rating_sum integer not null default 0 check (rating_sum between review_count and 5 * review_count),
  revision bigint not null,
  created_at timestamptz(3) not null,
  published_at timestamptz(3),
  document tsvector not null generated always as (listing_document(title, description, tags)) stored,
  check ((lowest_price_minor is null) = (lowest_price_currency is null)),
  check ((state = 'DRAFT') = (published_at is null)),
  check (state = 'DRAFT' or lowest_price_minor is not null)
);
create index listing_newest on listing (published_at desc, id desc) where state = 'PUBLISHED';
create index listing_seller on listing (seller_id, published_at desc, id desc) where state = 'PUBLISHED';
create index listing_price on listing (lowest_price_currency, lowest_price_minor, id) where state = 'PUBLISHED';
create index listing_document on listing using gin (document);
create index listing_tags on listing using gin (tags);
create index listing_title on listing using gin (title gin_trgm_ops);

create table licence (
  id uuid primary key,
  listing_id uuid not null references listing on delete cascade,
  place smallint not null check (place between 0 and 19),
  name text not null check (char_length(name) between 1 and 100),
  terms text not null check (char_length(terms) between 1 and 20000),
  price_minor bigint not null check (price_minor >= 0),
  currency char(3) not null,
  is_exclusive boolean not null,
  stock integer check (stock between 0 and 1000000),
  unique (listing_id, place),
  check (not is_exclusive or stock is null)
);

-- An upload is used once: its id is the key.
create table listing_file (
  upload_id uuid primary key,
  listing_id uuid not null references listing on delete cascade,
  place smallint not null check (place between 0 and 49),
  unique (listing_id, place)
);

create table revenue_split (
  listing_id uuid not null references listing on delete cascade,
  user_id uuid not null,
  share_bps integer not null check (share_bps between 1 and 10000),
  primary key (listing_id, user_id)
);

-- The parts of a listing's proceeds make 10,000 hundredths of a percent when the transaction commits.
create function check_revenue_split() returns trigger language plpgsql as $$
declare
  changed uuid := coalesce(new.listing_id, old.listing_id);
  total bigint;
begin
  select sum(share_bps) into total from revenue_split where listing_id = changed;
  if total <> 10000 then
    raise exception 'the revenue splits of listing % make % instead of 10000', changed, total using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger revenue_split_sum after insert or update or delete on revenue_split
  deferrable initially deferred for each row execute function check_revenue_split();

-- Finished uploads for listings, as tracks told them.
create table known_upload (
  id uuid primary key,
  owner_id uuid not null
);
