-- When moderators took a track out of sight; its artist and moderators still see it.
alter table track add column hidden_at timestamptz(3);

-- The last decision of each case that was carried out: events may come twice, and late.
create table moderation_case (
  case_id text primary key,
  decision_no bigint not null
);

create or replace function visible_to(item track, viewer uuid, sees_all boolean) returns boolean
language sql stable
return item.deleted_at is null
  and (sees_all or item.artist_id = viewer
    or (item.hidden_at is null and is_released(item) and item.visibility in ('PUBLIC', 'UNLISTED')));
