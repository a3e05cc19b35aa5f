package org.freehold.webhooks.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.ReplayKind;
import org.freehold.webhooks.ReplayRequest;
import org.freehold.webhooks.WebhookEndpointId;

/**
 * Sends an endpoint what it missed when it is well again, where it wishes that: the oldest first,
 * one to begin with, and slowly.
 */
@Stateless
public class Redrives {
  static final int PER_MINUTE = 120;
  private static final Duration FURTHEST_BACK = Duration.ofDays(30);
  private static final Duration SETTLED = Duration.ofSeconds(5);

  @PersistenceContext private EntityManager em;
  @Inject private ReplayRepository replays;
  @Inject private DeadRows dead;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  /** In the transaction in which it is known; the rest comes later. */
  public void recovered(@Observes EndpointRecovered event) {
    work.scheduleOnce(
        ReplayWork.REDRIVE,
        CurrentCall.tenantId(),
        event.endpoint().value(),
        clock.instant().plus(SETTLED));
  }

  /** Begins, unless there is nothing to send, nobody wishes it, or it is under way. */
  public void begin(WebhookEndpointId endpoint) {
    TenantId tenant = CurrentCall.tenantId();
    replays.oneByOne(tenant);
    if (!replays.isToBeRedriven(tenant, endpoint) || replays.isRedriven(tenant, endpoint)) {
      return;
    }
    Instant now = clock.instant();
    ReplayRequest missed =
        new ReplayRequest(
            endpoint,
            now.minus(FURTHEST_BACK),
            null,
            List.of(DeliveryStatus.EXHAUSTED, DeliveryStatus.SKIPPED),
            null,
            PER_MINUTE);
    Replay replay = new Replay(CurrentCall.get(), ReplayKind.REDRIVE, missed, 0, now);
    long count = count(tenant, replay);
    if (count > 0) {
      replay.expect(count);
      replays.add(tenant, replay);
      work.schedule(ReplayWork.REPLAY, tenant, replay.id().value(), now);
    }
  }

  private long count(TenantId tenant, Replay replay) {
    try {
      return dead.count(em.unwrap(Connection.class), tenant, replay.dead(), ReplayLimits.MOST);
    } catch (SQLException e) {
      throw new IllegalStateException("What an endpoint missed could not be counted", e);
    }
  }
}
