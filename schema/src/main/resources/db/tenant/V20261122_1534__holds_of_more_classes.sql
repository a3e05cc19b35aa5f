-- Holds cover what a class cannot tell apart, and data that lasted for a while.

drop function held(text, uuid, uuid, timestamptz);
drop function covering_hold(text, uuid, uuid, timestamptz);

-- The holds in force that may cover a row of a class which begins and ends at these moments.
create function holds_over(class text, first timestamptz, last timestamptz) returns setof legal_hold
language sql stable as $$
  select h.* from legal_hold h
    where h.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and h.released_at is null
      and (h.data_class is null or h.data_class = class)
      and (h.from_time is null or last >= h.from_time)
      and (h.until_time is null or first < h.until_time)
$$;

-- Which of them covers it, the first one placed: asked in each statement that deletes. People and projects are all that the row is known to be
-- about; null where its class cannot tell, and then a hold on any of them covers it.
create function covering_hold(class text, people uuid[], projects uuid[], first timestamptz, last timestamptz) returns uuid
language sql stable as $$
  select h.id from holds_over(class, first, last) h
    where (h.person_id is null or people is null or h.person_id = any (people))
      and (h.project_id is null or projects is null or h.project_id = any (projects))
    order by h.placed_at, h.id limit 1
$$;

-- In this form PostgreSQL puts it into the statement that asks, which is many times quicker.
create function held(class text, people uuid[], projects uuid[], first timestamptz, last timestamptz) returns boolean
language sql stable as $$
  select exists (select from holds_over(class, first, last) h
    where (h.person_id is null or people is null or h.person_id = any (people))
      and (h.project_id is null or projects is null or h.project_id = any (projects)))
$$;

-- Alerts that were dealt with are removed when their time is over.
grant delete on security_alert to freehold_app;
create index security_alert_ended on security_alert (tenant_id, resolved_at) where status = 'resolved';

-- An alert about a key, a network or the system may be about anybody; what a product calls its people is nobody's id here.
create function security_alert_held(alert security_alert) returns boolean
language sql stable as $$
  select held('security_alerts',
    case when alert.subject_type = 'user' and alert.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      then array[alert.subject_id::uuid, alert.acknowledged_by, alert.resolved_by] end,
    null, alert.first_at, greatest(alert.last_at, alert.resolved_at))
$$;
