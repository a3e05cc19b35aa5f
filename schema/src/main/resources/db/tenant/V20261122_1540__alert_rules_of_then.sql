-- Events are judged by the rules as they were when they were recorded, so these go with the place.

alter table alert_cursor add column rules jsonb, add column rules_position bigint;
comment on column alert_cursor.rules is 'The rules as they were at this place of the trail; null: as they are now';
comment on column alert_cursor.rules_position is 'The place that rules are of: where it is another, the version before has moved on and knows no rules';
