package org.freehold.platform.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;

/**
 * Claims what is due and hands each item to the feature that knows its kind, within the item's
 * tenant and on a thread of its own. What is in flight on a node is bounded: no more is claimed
 * than can begin at once, so that other nodes may take the rest.
 */
@ApplicationScoped
public class LeasedWork implements DueWork {
  private static final Logger LOG = System.getLogger(LeasedWork.class.getName());
  private static final int BATCH = 20;
  private static final int IN_FLIGHT = 32;
  private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

  @Inject private WorkClaims claims;
  @Inject private TenantDirectory tenants;
  @Inject @Any private Instance<WorkHandler> handlers;
  @Inject private WorkSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;
  private final Semaphore free = new Semaphore(IN_FLIGHT);

  /** What this node is at: its leases are kept. */
  private final Set<WorkItem> inFlight = ConcurrentHashMap.newKeySet();

  /** Whether work may have been left behind for want of room. */
  private final AtomicBoolean wanting = new AtomicBoolean();

  @Override
  public void lookForWork() {
    runDue();
  }

  @Override
  public void holdLeases() {
    keepLeases();
  }

  /** Claims what is due now, as far as there is room, and answers how many items that were. */
  public int runDue() {
    int claimed = 0;
    boolean goOn = true;
    while (goOn) {
      int room = room();
      if (room == 0) {
        // Whoever is done next claims on; unless all were done before they could see this.
        wanting.set(true);
        goOn = free.availablePermits() > 0 && wanting.compareAndSet(true, false);
      } else {
        List<WorkItem> items = claim(room);
        items.forEach(this::begin);
        claimed += items.size();
        goOn = items.size() == room;
      }
    }
    return claimed;
  }

  /** Takes as many permits as a batch may have. */
  private int room() {
    int most = Math.min(BATCH, free.availablePermits());
    return most > 0 && free.tryAcquire(most) ? most : 0;
  }

  private List<WorkItem> claim(int room) {
    int claimed = 0;
    try {
      List<WorkItem> items = claims.claim(room, settings.lease(), clock.instant());
      claimed = items.size();
      return items;
    } finally {
      free.release(room - claimed);
    }
  }

  private void begin(WorkItem item) {
    boolean begun = false;
    inFlight.add(item);
    try {
      executor.execute(() -> runAndFree(item));
      begun = true;
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "No thread for work " + item.id() + "; its lease brings it back", e);
    } finally {
      if (!begun) {
        inFlight.remove(item);
        free.release();
      }
    }
  }

  private void runAndFree(WorkItem item) {
    try {
      run(item);
    } finally {
      inFlight.remove(item);
      free.release();
    }
    if (wanting.compareAndSet(true, false)) {
      runDue();
    }
  }

  /** Holds the leases of what this node is at; called often enough by the {@link Tick}. */
  public void keepLeases() {
    if (!inFlight.isEmpty()) {
      claims.extend(inFlight, settings.lease());
    }
  }

  private void run(WorkItem item) {
    try {
      CallContext call =
          CallContext.system("work:" + item.kind(), tenants.byId(item.tenant()).orElseThrow());
      WorkHandler handler = handlerOf(item);
      CurrentCall.within(
          call,
          () -> {
            handler.handle(item);
            return null;
          });
      claims.complete(item);
    } catch (NotNow e) {
      if (e.isCounted()) {
        claims.retry(item, e.delay());
      } else {
        claims.postpone(item, e.delay());
      }
    } catch (Exception | LinkageError e) {
      // The edge of all leased work: whatever failed is told here, and the row brings it back.
      // The executor says nothing of errors.
      Duration delay = NotNow.pause(AFTER_FAULT, item.attempts());
      LOG.log(
          Level.WARNING,
          "Work " + item.kind() + " " + item.id() + " failed, again in " + delay.toSeconds() + " s",
          e);
      claims.retry(item, delay);
    }
  }

  private WorkHandler handlerOf(WorkItem item) {
    return handlers.stream()
        .filter(handler -> handler.kind().equals(item.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody handles work of kind " + item.kind()));
  }
}
