package org.freehold.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * The port that says whether something must be kept, asked in the transaction that deletes one
 * thing. Files and compliance reports ask it; what is deleted by the row, as events and runs of
 * jobs, is compared with holds in the statement. Nothing else is held yet.
 */
public interface LegalHolds {
  /**
   * What is about to be deleted.
   *
   * @param dataClass as {@code files}, or of a {@link RetentionClass}
   * @param person whom it is about; null: nobody, or everybody
   * @param project in which it is; null: in none
   * @param at when it is from
   */
  record Doomed(String dataClass, UUID person, UUID project, Instant at) {}

  /**
   * A Problem of the code {@code under_legal_hold} when a hold covers it. Holds that are placed
   * meanwhile wait until the running transaction has ended.
   */
  void refuseDeletionOf(Doomed doomed);
}
