-- The tokens of a login session end with it.
alter table media_revocation drop constraint media_revocation_kind_check;
alter table media_revocation add constraint media_revocation_kind_check check (kind in ('aid', 'sid'));
