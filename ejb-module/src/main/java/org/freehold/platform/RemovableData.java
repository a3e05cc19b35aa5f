package org.freehold.platform;

import java.time.Instant;

/**
 * Old data that goes without an archive. Whoever implements it asks the function {@code held} of
 * the schema in the statement that deletes: holds are counted in the transaction of each removal,
 * and a row that a hold covers stays.
 */
public interface RemovableData extends RetainedData {
  /**
   * Removes the oldest rows from before the moment, but none under a hold, in the running
   * transaction; answers how many.
   */
  int remove(TenantRef tenant, Instant before, int most);
}
