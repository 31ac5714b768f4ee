-- Words by channel, so that a search reads what was said in the channels that it may look into and not what others said elsewhere.
create extension if not exists btree_gin with schema public;
create index message_words on message using gin (channel_id, to_tsvector('simple'::regconfig, content));
