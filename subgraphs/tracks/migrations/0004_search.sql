-- Full text and similarity of titles. The text is made by a trigger, because array_to_string and unaccent are not immutable.
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

alter table track add column search tsvector not null default '';
alter table track add column search_title text not null default '';

create function track_search_text() returns trigger language plpgsql as $$
begin
  new.search_title := lower(public.unaccent(new.title));
  new.search :=
    setweight(to_tsvector('simple', public.unaccent(new.title)), 'A') ||
    setweight(to_tsvector('simple', public.unaccent(coalesce(new.genre, '') || ' ' || array_to_string(new.tags, ' '))), 'B') ||
    setweight(to_tsvector('simple', public.unaccent(coalesce(new.description, ''))), 'D');
  return new;
end $$;
create trigger track_search before insert or update of title, genre, tags, description on track
for each row execute function track_search_text();

create index track_search_text on track using gin (search) where deleted_at is null;
create index track_search_title on track using gin (search_title public.gin_trgm_ops) where deleted_at is null;
