-- Regular expressions of a rule. They compile and are of bearable size: checked where they are made.
alter table auto_mod_rule add column patterns text[] not null default '{}';
