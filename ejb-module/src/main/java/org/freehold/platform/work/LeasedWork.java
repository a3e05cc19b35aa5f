package org.freehold.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;

/**
 * Claims what is due and hands each item to the feature that knows its kind, within the item's
 * tenant.
 */
@ApplicationScoped
public class LeasedWork {
  private static final Logger LOG = System.getLogger(LeasedWork.class.getName());
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int BATCH = 20;
  private static final long LONGEST_DELAY_SECONDS = 3600;

  @Inject private WorkClaims claims;
  @Inject private TenantDirectory tenants;
  @Inject @Any private Instance<WorkHandler> handlers;

  /** Does everything that is due now; answers how many items were claimed. */
  public int runDue() {
    int done = 0;
    List<WorkItem> items;
    do {
      items = claims.claim(BATCH, LEASE);
      items.forEach(this::run);
      done += items.size();
    } while (items.size() == BATCH);
    return done;
  }

  private void run(WorkItem item) {
    try {
      CallContext call =
          CallContext.system("work:" + item.kind(), tenants.byId(item.tenant()).orElseThrow());
      CurrentCall.within(
          call,
          () -> {
            handlerOf(item).handle(item);
            return null;
          });
      claims.complete(item);
    } catch (Exception e) {
      // The edge of all leased work: whatever failed is told here, and the row brings it back.
      long delay = Math.min(LONGEST_DELAY_SECONDS, 1L << Math.min(item.attempts(), 12));
      LOG.log(
          Level.WARNING,
          "Work " + item.kind() + " " + item.id() + " failed, again in " + delay + " s",
          e);
      claims.retry(item, Duration.ofSeconds(delay));
    }
  }

  private WorkHandler handlerOf(WorkItem item) {
    return handlers.stream()
        .filter(handler -> handler.kind().equals(item.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody handles work of kind " + item.kind()));
  }
}
