-- Trails are sealed by the role that serves tenants, since the roots and hashes are theirs: the worker needs nothing of the queue.

revoke select, update, delete on control.audit_pending from freehold_worker;
