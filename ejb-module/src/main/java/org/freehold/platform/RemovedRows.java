package org.freehold.platform;

import java.util.UUID;

/**
 * What was removed at once.
 *
 * @param count of the rows
 * @param last the last of those that were looked at: the next call goes on behind it; null: none is
 *     left
 */
public record RemovedRows(int count, UUID last) {
  /** What a query answered: a count and an id, or null. */
  public static RemovedRows of(Object[] row) {
    return new RemovedRows(((Number) row[0]).intValue(), (UUID) row[1]);
  }
}
