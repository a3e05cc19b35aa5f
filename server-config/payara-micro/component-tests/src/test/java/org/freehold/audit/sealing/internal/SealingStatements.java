package org.freehold.audit.sealing.internal;

import java.util.Map;

/** The statements of the queue of events that have no place yet. */
public final class SealingStatements {
  private SealingStatements() {}

  /** By name, all of them. */
  public static Map<String, String> all() {
    return Map.of(
        "take", TreeRows.TAKE, "tenants", PendingTrails.TENANTS, "oldest", PendingTrails.OLDEST);
  }
}
