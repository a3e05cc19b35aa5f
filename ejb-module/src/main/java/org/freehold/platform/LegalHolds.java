package org.freehold.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * The port that says whether something must be kept, asked in the transaction that deletes one
 * thing. Files and compliance reports ask it; what is deleted by the row, as a {@link
 * RemovableData}, is compared with holds in the statement.
 */
public interface LegalHolds {
  /**
   * What is about to be deleted.
   *
   * @param dataClass as {@code files}, or of a {@link RetentionClass}
   * @param person whom it is about; null: nobody, or the class does not tell
   * @param project in which it is; null: in none, or the class does not tell
   * @param first when it began, or was made
   * @param last when it ended; as {@code first} where it did not last
   */
  record Doomed(String dataClass, UUID person, UUID project, Instant first, Instant last) {}

  /**
   * A Problem of the code {@code under_legal_hold} when a hold covers it. Holds that are placed
   * meanwhile wait until the running transaction has ended.
   */
  void refuseDeletionOf(Doomed doomed);
}
