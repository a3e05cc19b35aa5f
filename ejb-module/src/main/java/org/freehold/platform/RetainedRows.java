package org.freehold.platform;

import java.sql.Timestamp;
import java.time.Instant;

/**
 * How much of a class of data has expired.
 *
 * @param expired rows older than the moment, those under a hold included
 * @param held how many of them are under a hold
 * @param oldest when the oldest row of all is from; null when there is none
 */
public record RetainedRows(long expired, long held, Instant oldest) {
  /** What a query answered: two counts and a moment, or null. */
  public static RetainedRows of(Object[] row) {
    Timestamp oldest = (Timestamp) row[2];
    return new RetainedRows(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        oldest == null ? null : oldest.toInstant());
  }
}
