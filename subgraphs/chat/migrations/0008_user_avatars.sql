-- A picture is known by its id alone; its addresses follow from it.
alter table user_card drop column avatar, add column avatar_image_id text;
