package org.freehold.webhooks.internal;

import java.util.Map;

/** The statements of the queue of webhooks. */
public final class QueueStatements {
  private QueueStatements() {}

  /** By name, what looks for rows. */
  public static Map<String, String> looking() {
    return Map.of(
        "all lines",
        DueLook.SHORT,
        "some lines",
        DueLook.LONG,
        "any",
        DueLook.ANY,
        "messages",
        DueClaims.MESSAGES,
        "deliveries",
        DueClaims.DELIVERIES,
        "hold",
        DueClaims.HOLD,
        "lock",
        DueClaims.LOCK,
        "give back",
        DueClaims.GIVE_BACK);
  }

  /** By name, what changes rows by their keys. */
  public static Map<String, String> byKey() {
    return Map.of(
        "lock", DeliveryRows.LOCK, "change", DeliveryRows.CHANGE, "spread", SpreadRows.INSERT);
  }
}
