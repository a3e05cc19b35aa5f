package org.freehold.audit.archive;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.freehold.audit.archive.internal.MonthTables;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;

/** The months of the trails of all tenants, as tables. */
@Stateless
@Guarded
@NotAudited("What is removed is on record as retention.certified, of each tenant, before it is.")
public class TrailMonths {
  @Inject private MonthTables tables;

  /** Makes the tables of the next three years that are not there yet; answers how many. */
  @SystemCall
  public int makeComing() {
    return tables.makeComing();
  }

  /** The months with tables of their own that ended a year ago or longer, the oldest first. */
  @SystemCall
  public List<LocalDate> past() {
    return tables.past();
  }

  /**
   * Drops the month with all its events and what they disclose, when certificates let go every
   * event that is left in it, no hold covers any, and all of them are of tenants whose policies
   * agree; their plans are counted and removed. Otherwise it changes nothing.
   */
  @SystemCall
  public MonthDrop drop(LocalDate month, Collection<TenantId> agreed) {
    return tables.drop(month, agreed);
  }
}
