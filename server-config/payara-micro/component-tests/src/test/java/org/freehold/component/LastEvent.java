package org.freehold.component;

/** The newest event of a trail that has its place. */
final class LastEvent {
  private LastEvent() {}

  /** It says that the first one was removed. */
  static void certifies(SampleTenant tenant) {
    Superuser.change(
        "with last as (select tenant_id, event_id from audit_leaf where tenant_id = ?"
            + " order by position desc limit 1),"
            + " kept as (insert into audit_certificate (tenant_id, event_id, leaf)"
            + " select tenant_id, event_id, '' from last)"
            + " insert into audit_removed (tenant_id, first_place, behind, event_id)"
            + " select tenant_id, 0, 1, event_id from last",
        tenant.id());
  }
}
