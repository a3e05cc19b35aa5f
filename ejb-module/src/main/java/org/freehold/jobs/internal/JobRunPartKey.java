package org.freehold.jobs.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The key of what a partition has done. */
public class JobRunPartKey implements Serializable {
  private static final long serialVersionUID = 1;

  private UUID tenantId;
  private UUID runId;
  private int part;

  public JobRunPartKey() {}

  JobRunPartKey(UUID tenantId, UUID runId, int part) {
    this.tenantId = tenantId;
    this.runId = runId;
    this.part = part;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JobRunPartKey key
        && tenantId.equals(key.tenantId)
        && runId.equals(key.runId)
        && part == key.part;
  }

  @Override
  public int hashCode() {
    return Objects.hash(tenantId, runId, part);
  }
}
