package org.freehold.platform;

import java.time.Instant;

/**
 * The port through which a feature tells of its old data, which policies let go, found by CDI;
 * {@link RemovableData} where nothing is archived first.
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
}
