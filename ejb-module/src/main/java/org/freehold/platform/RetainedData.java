package org.freehold.platform;

import java.time.Instant;

/**
 * The port through which a feature lets its old data go, found by CDI. Whoever implements it asks
 * the function {@code held} of the schema in the statement that deletes: holds are counted in the
 * transaction of each removal, and a row that a hold covers stays.
 */
public interface RetainedData {
  RetentionClass retentionClass();

  /** What of the tenant of the running transaction is older than the moment. */
  RetainedRows expired(TenantRef tenant, Instant before);

  /**
   * The moment up to which is removed, when data is kept since {@code since}: earlier where only
   * whole months go.
   */
  default Instant boundary(Instant since) {
    return since;
  }

  /**
   * Removes the oldest rows from before the moment, but none under a hold, in the running
   * transaction; answers how many. An UnsupportedOperationException where an archive comes first.
   */
  int remove(TenantRef tenant, Instant before, int most);
}
