package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.platform.work.WorkQueue;

/**
 * Checks the ledger of a tenant again and again while anything happens in it. Whatever spreads a
 * message begins it; when all is quiet and looked through, it ends.
 */
@ApplicationScoped
public class LedgerWork implements WorkHandler {
  static final String KIND = "webhook_ledger";

  /** More tenants than that are not remembered, but asked for each time. */
  private static final int MOST_KNOWN = 10_000;

  @Inject private LedgerChecks checks;
  @Inject private WorkQueue work;
  @Inject private WebhookSettings settings;
  @Inject private Event<Watched> begun;
  @Inject private Clock clock;

  /** A tenant for which a check was begun at the moment. */
  record Watched(TenantId tenant, long nanos) {}

  /** When this node last made sure that a tenant is checked, in nanoseconds. */
  private final Map<TenantId, Long> watched = new ConcurrentHashMap<>();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    if (checks.check()) {
      throw NotNow.unattempted(settings.ledgerCheck());
    }
  }

  /** Something happens in the tenant: in the transaction in which it does. */
  void watch(TenantId tenant) {
    long now = System.nanoTime();
    Long last = watched.get(tenant);
    if (last != null && now - last < settings.ledgerCheck().toNanos()) {
      return;
    }
    work.scheduleOnce(KIND, tenant, tenant.value(), clock.instant().plus(settings.ledgerCheck()));
    begun.fire(new Watched(tenant, now));
  }

  /** Not before: what is rolled back has not begun a check. */
  void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) Watched one) {
    if (watched.size() >= MOST_KNOWN) {
      watched.clear();
    }
    watched.put(one.tenant(), one.nanos());
  }
}
