-- What the trail is asked for besides: rare severities, and all that one request did.

create index audit_event_severity on audit_event (tenant_id, severity, id desc);
create index audit_event_request on audit_event (tenant_id, request_id);
