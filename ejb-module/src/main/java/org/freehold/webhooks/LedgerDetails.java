package org.freehold.webhooks;

import java.time.Instant;
import java.util.List;

/**
 * What became of all deliveries of a tenant: {@code created = delivered + exhausted + skipped +
 * pending}.
 *
 * @param pending as many as the queue holds, which is counted apart from the others
 * @param balanced whether that holds, and nothing else was found
 */
public record LedgerDetails(
    long created,
    long delivered,
    long exhausted,
    long skipped,
    long pending,
    boolean balanced,
    Messages messages,
    List<LedgerFinding> findings,
    Instant checkedAt) {
  /**
   * Of those the deliveries were made.
   *
   * @param unspread those whose receivers are still to be found out
   */
  public record Messages(long created, long spread, long unspread) {}
}
