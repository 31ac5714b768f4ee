-- Files that come with messages. Complete ones lie in the blob store, and are served under a public key that nobody can guess.
alter table upload drop constraint upload_purpose_check;
alter table upload add constraint upload_purpose_check check (purpose in ('TRACK_AUDIO', 'ARTWORK', 'AVATAR', 'CHAT_ATTACHMENT', 'LISTING_FILE'));
alter table upload add column aid text unique check (aid ~ '^[a-z0-9]{26}$');
alter table upload add column width integer check (width > 0);
alter table upload add column height integer check (height > 0);
alter table upload add constraint upload_pixels_check check ((width is null) = (height is null));

-- Addresses of attachments are signed by chat, with keys of their own.
alter table media_key drop constraint media_key_scope_check;
alter table media_key add constraint media_key_scope_check check (scope in ('f', 'd', 'a'));
