package org.freehold.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * Old data that goes without an archive. Whoever implements it asks the function {@code held} of
 * the schema in the statement that deletes: holds are counted in the transaction of each removal,
 * and a row that a hold covers stays.
 */
public interface RemovableData extends RetainedData {
  /**
   * Removes rows from before the moment, but none under a hold, in the running transaction, in the
   * order of their ids.
   *
   * @param after where the last call ended: what that kept is not looked at again
   */
  RemovedRows remove(TenantRef tenant, UUID after, Instant before, int most);
}
