package org.freehold.plans.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.freehold.platform.PlanCatalogue;
import org.freehold.platform.PlanTerms;
import org.freehold.platform.RunningTransaction;
import org.freehold.platform.TenantRef;

/**
 * The plans as this node knows them: read again twice a second while anybody asks, so that no call
 * waits for it, and at once after a change of its own. What is older than a second is not believed.
 */
@ApplicationScoped
public class PlanBook implements PlanCatalogue {
  private static final Logger LOG = System.getLogger(PlanBook.class.getName());
  private static final long LOOK_MILLIS = 500;
  private static final long BELIEVED_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long IN_USE_NANOS = Duration.ofSeconds(10).toNanos();

  /** All of them by id, and since when. */
  private record Page(Map<String, KnownPlan> plans, long readAt) {}

  @Inject private PlanRows rows;
  @Inject private EntitlementList entitlements;
  @Resource private ManagedScheduledExecutorService executor;
  private final Object reading = new Object();
  private final AtomicLong changes = new AtomicLong();
  private volatile Page page;
  private volatile long usedAt;
  private ScheduledFuture<?> looking;

  @PostConstruct
  void start() {
    usedAt = System.nanoTime();
    looking =
        executor.scheduleWithFixedDelay(
            this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
  }

  @Override
  public PlanTerms terms(String plan) {
    return required(plan).terms();
  }

  @Override
  public List<PlanTerms> offeredTo(TenantRef tenant) {
    return offered(tenant).stream().map(KnownPlan::terms).toList();
  }

  @Override
  public void requireValid(Map<String, JsonValue> values, String pointer) {
    entitlements.requireValid(values, pointer);
  }

  /** What the tenant can choose, the cheapest in the currency of its plan first. */
  public List<KnownPlan> offered(TenantRef tenant) {
    return known().values().stream()
        .filter(plan -> plan.isOfferedTo(tenant))
        .sorted(KnownPlan.byPriceIn(required(tenant.plan().id()).currency()))
        .toList();
  }

  /** One that a tenant has, and that therefore is there. */
  public KnownPlan required(String plan) {
    return find(plan).orElseThrow(() -> new IllegalStateException("There is no plan " + plan));
  }

  /** Asks the database when this node has not heard of it: another may just have made it. */
  public Optional<KnownPlan> find(String plan) {
    KnownPlan found = known().get(plan);
    return Optional.ofNullable(found != null ? found : read().plans().get(plan));
  }

  private Map<String, KnownPlan> known() {
    usedAt = System.nanoTime();
    Page last = page;
    boolean believed = last != null && usedAt - last.readAt() < BELIEVED_NANOS;
    return (believed ? last : read()).plans();
  }

  /** What a transaction sees may never be committed: it is not kept. */
  private Page read() {
    return RunningTransaction.isThere() ? page(rows.asSeen(), System.nanoTime()) : readAndKept();
  }

  /**
   * Once for all who wait for it: what was read after one asked is new enough. Kept unless this
   * node changed something meanwhile.
   */
  private Page readAndKept() {
    long asked = System.nanoTime();
    synchronized (reading) {
      Page last = page;
      if (last != null && last.readAt() - asked >= 0) {
        return last;
      }
      long before = changes.get();
      long now = System.nanoTime();
      Page read = page(rows.committed(), now);
      synchronized (changes) {
        if (changes.get() == before) {
          page = read;
        }
      }
      return read;
    }
  }

  private static Page page(List<KnownPlan> all, long readAt) {
    Map<String, KnownPlan> plans = new LinkedHashMap<>();
    all.forEach(plan -> plans.put(plan.id(), plan));
    return new Page(plans, readAt);
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlansChanged changed) {
    synchronized (changes) {
      changes.incrementAndGet();
      page = null;
    }
  }

  private void look() {
    if (System.nanoTime() - usedAt > IN_USE_NANOS) {
      return;
    }
    try {
      read();
    } catch (RuntimeException e) {
      // Calls ask for themselves when the second is over, and tell what is wrong.
      LOG.log(Level.WARNING, "The plans could not be read", e);
    }
  }
}
