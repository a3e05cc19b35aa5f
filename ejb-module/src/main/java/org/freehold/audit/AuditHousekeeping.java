package org.freehold.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.audit.internal.ColumnCheck;
import org.freehold.audit.internal.ProductTrail;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** What is done with a trail once a day. */
@Stateless
@Guarded
@NotAudited("It forgets what has expired, and what it finds out tells of itself.")
public class AuditHousekeeping {
  @Inject private ProductTrail trail;
  @Inject private ColumnCheck columns;

  /**
   * Compares the newest events with the columns by which they are found; what differs is on record
   * then. Answers how many.
   */
  @SystemCall
  public int compareColumns() {
    return columns.check(CurrentCall.get().requireTenant());
  }

  /** Which ids of its own a product gave to events of more than 35 days ago; answers how many. */
  @SystemCall
  public int forgetOld() {
    return trail.forgetOld(CurrentCall.get().requireTenant());
  }
}
