package org.freehold.audit;

import java.time.LocalDate;
import java.util.List;

/**
 * How busy the trail is.
 *
 * @param eventsPerDay the last fourteen days of UTC, today included, oldest first
 */
public record AuditFigures(List<AuditDay> eventsPerDay) {
  /**
   * One day.
   *
   * @param count all events of the day
   * @param refused those of them that tell of what did not succeed
   */
  public record AuditDay(LocalDate date, long count, long refused) {}
}
