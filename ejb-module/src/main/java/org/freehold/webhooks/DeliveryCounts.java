package org.freehold.webhooks;

import java.util.Map;

/** How many deliveries there are, by what became of them. */
public record DeliveryCounts(long pending, long delivered, long exhausted, long skipped) {
  /**
   * @param byStatus by the name on the wire; without any it is missing
   */
  public static DeliveryCounts of(Map<String, Long> byStatus) {
    return new DeliveryCounts(
        byStatus.getOrDefault("pending", 0L),
        byStatus.getOrDefault("delivered", 0L),
        byStatus.getOrDefault("exhausted", 0L),
        byStatus.getOrDefault("skipped", 0L));
  }
}
