-- What artists are called, from the events of their owner, so that a search for them finds their tracks. A lower revision never replaces a higher one.
create table artist_card (
  user_id uuid primary key,
  username text not null,
  display_name text not null,
  revision bigint not null
);

-- Words of titles, artists, genres and tags that were public once. A word that is not among them was perhaps mistyped, and stands for those that are like it.
create table search_word (
  word text primary key
);
create index search_word_like on search_word using gin (word public.gin_trgm_ops);

drop index track_search_title;
alter table track drop column search_title;

create or replace function track_search_text() returns trigger language plpgsql as $$
declare
  artist text := coalesce((select display_name || ' ' || username from artist_card where user_id = new.artist_id), '');
  labels text := public.unaccent(artist || ' ' || coalesce(new.genre, '') || ' ' || array_to_string(new.tags, ' '));
begin
  new.search :=
    setweight(to_tsvector('simple', public.unaccent(new.title)), 'A') ||
    setweight(to_tsvector('simple', labels), 'B') ||
    setweight(to_tsvector('simple', public.unaccent(coalesce(new.description, ''))), 'D');
  -- In order, so that two who bring the same words wait for each other and never in a circle.
  if new.visibility = 'PUBLIC' then
    insert into search_word
    select word from unnest(tsvector_to_array(to_tsvector('simple', public.unaccent(new.title) || ' ' || labels))) as word order by word
    on conflict do nothing;
  end if;
  return new;
end $$;

drop trigger track_search on track;
create trigger track_search before insert or update of title, genre, tags, description, visibility on track
for each row execute function track_search_text();

create function artist_tracks_search() returns trigger language plpgsql as $$
begin
  update track set title = title where artist_id = new.user_id and deleted_at is null;
  return null;
end $$;
create trigger artist_search after insert or update of username, display_name on artist_card
for each row execute function artist_tracks_search();

update track set title = title where deleted_at is null;

-- The tracks that some words ask for: each word must be there, as itself or as a beginning; one that nobody uses may be one of the five that are like it.
create function track_query(words text) returns tsquery
language sql stable
set pg_trgm.similarity_threshold = 0.4
as $$
  with asked as (
    select word from unnest(tsvector_to_array(to_tsvector('simple', public.unaccent(words)))) as word
  ), alternative as (
    select word as asked, word as found, case when length(word) > 1 then ':*' else '' end as beginning from asked
    union all
    select asked.word, near.word, ''
    from asked cross join lateral (
      select search_word.word from search_word
      where search_word.word operator(public.%) asked.word and not exists (select from search_word known where known.word = asked.word)
      order by public.similarity(search_word.word, asked.word) desc, search_word.word limit 5
    ) near
  ), either as (
    select '(' || string_agg('''' || replace(replace(found, '\', '\\'), '''', '''''') || '''' || beginning, ' | ') || ')' as terms
    from alternative group by asked
  )
  select coalesce(string_agg(terms, ' & '), '')::tsquery from either
$$;
