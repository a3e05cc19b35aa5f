package org.freehold.custody;

import org.freehold.platform.TenantId;

/**
 * A checkpoint that is to leave.
 *
 * @param log the name of the trail's log
 * @param size the number of events in it
 * @param note the checkpoint as it was signed (C2SP tlog-checkpoint)
 */
public record CheckpointCopy(TenantId tenant, String log, long size, String note) {
  /**
   * Where it is in an archive or a store: no two checkpoints of an honest installation share it.
   */
  public String path() {
    return log + "/" + size;
  }
}
