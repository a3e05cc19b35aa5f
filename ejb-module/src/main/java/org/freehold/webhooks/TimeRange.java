package org.freehold.webhooks;

import java.time.Instant;
import org.freehold.platform.Invalid;

/**
 * A stretch of time; null: open at that end.
 *
 * @param from the first moment of it
 * @param to the first moment after it
 */
public record TimeRange(Instant from, Instant to) {
  public TimeRange {
    if (from != null && to != null && !from.isBefore(to)) {
      throw Invalid.at("from", "range", "from must be before to.");
    }
  }
}
