package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.platform.HoldScope;
import org.freehold.platform.RemovableData;
import org.freehold.platform.RemovedRows;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;

/**
 * Messages with their deliveries and attempts. {@link MessageMonths} drops months of all tenants,
 * so that a tenant can keep them for less and not for longer; by the row goes what its policy lets
 * go before, and what stands in a month that a hold of anybody keeps.
 */
@ApplicationScoped
public class RetainedMessages implements RemovableData {
  /**
   * Figures are of thirty days, and an endpoint that recovers is sent what it missed of thirty. The
   * ledger looks back for a week.
   */
  static final int LEAST_DAYS = 31;

  @PersistenceContext private EntityManager em;
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;

  @Override
  public RetentionClass retentionClass() {
    int kept = Math.min(settings.keepDays(), RetentionClass.HUNDRED_YEARS);
    return new RetentionClass(
        "webhook_messages",
        "Messages of webhooks with their deliveries and attempts, but for what still waits.",
        kept,
        Math.min(LEAST_DAYS, kept),
        kept,
        false,
        null,
        List.of(),
        Set.of(HoldScope.PERSON, HoldScope.PROJECT));
  }

  /** What the installation keeps for as long goes by the month. */
  @Override
  public Instant boundary(Instant since) {
    Instant ofAll = clock.instant().minus(Duration.ofDays(settings.keepDays()));
    return since.isAfter(ofAll)
        ? since
        : LocalDate.ofInstant(since, ZoneOffset.UTC)
            .withDayOfMonth(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
  }

  @Override
  public RetainedRows expired(TenantRef tenant, Instant before) {
    return RetainedRows.of(
        (Object[])
            em.createNativeQuery("select expired, held, oldest from expired_messages(?1)")
                .setParameter(1, Timestamp.from(before))
                .getSingleResult());
  }

  @Override
  public RemovedRows remove(TenantRef tenant, UUID after, Instant before, int most) {
    return RemovedRows.of(
        (Object[])
            em.createNativeQuery("select removed, last from remove_messages(?1, ?2, ?3)")
                .setParameter(1, after)
                .setParameter(2, Timestamp.from(before))
                .setParameter(3, most)
                .getSingleResult());
  }
}
