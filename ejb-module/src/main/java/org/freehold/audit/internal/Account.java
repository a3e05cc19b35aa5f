package org.freehold.audit.internal;

import java.time.Instant;
import org.freehold.audit.AuditEventDetails;
import org.freehold.engine.transparency.ActionClass;

/**
 * What an event tells beside its entry.
 *
 * @param occurred when it happened, which may be before it was recorded
 * @param recorded when it is written
 * @param observer who says so
 * @param target the id of the thing as it is told; null: the entry's
 */
record Account(
    ChangedValues values,
    Instant occurred,
    Instant recorded,
    String observer,
    ActionClass kind,
    String target) {
  /** Who says what our own events say. */
  static final String FREEHOLD = AuditEventDetails.FREEHOLD;
}
