package org.freehold.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.RemovableData;
import org.freehold.platform.RemovedRows;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantRef;
import org.freehold.retention.internal.HoldRepository;
import org.freehold.retention.internal.KeptDays;
import org.freehold.retention.internal.RetainedClasses;

/** Removes of one tenant what has expired and needs no archive. */
@Stateless
@Guarded
@NotAudited("It forgets what has expired, as the policies say; nobody asked for it.")
public class RetentionCleanup {
  /** Of one class in one transaction, for which somebody who places a hold waits. */
  private static final int MOST_AT_ONCE = 1000;

  private static final UUID OLDEST = new UUID(0, 0);
  private static final UUID NONE_LEFT = new UUID(-1, -1);

  @Inject private RetainedClasses classes;
  @Inject private KeptDays kept;
  @Inject private HoldRepository holds;

  /**
   * Answers how many rows; as long as it is any, there may be more.
   *
   * @param reached how far the calls before came in each class, by its name; empty at first
   */
  @SystemCall
  public int removeExpired(Map<String, UUID> reached) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    holds.stand(tenant.id());
    int removed = 0;
    for (RemovableData data : classes.removable()) {
      Instant before = kept.boundary(data, kept.of(tenant, data));
      String name = data.retentionClass().name();
      RemovedRows gone =
          data.remove(tenant, reached.getOrDefault(name, OLDEST), before, MOST_AT_ONCE);
      reached.put(name, gone.last() == null ? NONE_LEFT : gone.last());
      removed += gone.count();
    }
    return removed;
  }
}
