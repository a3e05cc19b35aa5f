package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.DeliveryCounts;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.ReplayDetails;
import org.freehold.webhooks.ReplayId;
import org.freehold.webhooks.ReplayKind;
import org.freehold.webhooks.WebhookEndpointId;

/** The replays of one tenant. */
@ApplicationScoped
public class ReplayRepository {
  private static final List<String> NEWEST_FIRST = List.of("-created_at");

  @PersistenceContext private EntityManager em;

  public void add(TenantId tenant, Replay replay) {
    em.persist(replay);
    em.flush();
  }

  private Optional<Replay> find(TenantId tenant, ReplayId id) {
    return Optional.ofNullable(em.find(Replay.class, key(tenant, id)));
  }

  public Optional<Replay> locked(TenantId tenant, ReplayId id) {
    return Optional.ofNullable(
        em.find(Replay.class, key(tenant, id), LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<ReplayDetails> details(TenantId tenant, ReplayId id) {
    return find(tenant, id).map(replay -> replay.details(counts(tenant, id)));
  }

  /** Until the transaction ends nobody else in the tenant gets past this. */
  public void oneByOne(TenantId tenant) {
    em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0))")
        .setParameter(1, "webhook_replay " + tenant.value())
        .getResultList();
  }

  public Page<ReplayDetails> list(TenantId tenant, PageRequest page) {
    Page<Replay> found =
        new ListQuery<>(Replay.class, "select r from Replay r", "r.id", r -> r.id().value())
            .where("r.tenantId = :tenant", "tenant", tenant.value())
            .page(
                em,
                page,
                Sort.of(page.sort(), NEWEST_FIRST),
                new ListQuery.Column<>("r.createdAt", Instant::parse, Replay::createdAt),
                replay -> replay);
    Map<UUID, DeliveryCounts> counts =
        counts(tenant, found.items().stream().map(replay -> replay.id().value()).toList());
    return new Page<>(
        found.items().stream().map(r -> r.details(of(counts, r.id()))).toList(), found.next());
  }

  public DeliveryCounts counts(TenantId tenant, ReplayId id) {
    return of(counts(tenant, List.of(id.value())), id);
  }

  private static DeliveryCounts of(Map<UUID, DeliveryCounts> counts, ReplayId id) {
    return counts.getOrDefault(id.value(), DeliveryCounts.of(Map.of()));
  }

  private Map<UUID, DeliveryCounts> counts(TenantId tenant, List<UUID> replays) {
    if (replays.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Map<String, Long>> byReplay = new HashMap<>();
    em.createQuery(
            "select d.replayId, d.status, count(d.id) from Delivery d where d.tenantId = :tenant"
                + " and d.replayId in :replays group by d.replayId, d.status",
            Object[].class)
        .setParameter("tenant", tenant.value())
        .setParameter("replays", replays)
        .getResultStream()
        .forEach(
            row ->
                byReplay
                    .computeIfAbsent((UUID) row[0], replay -> new HashMap<>())
                    .put((String) row[1], (Long) row[2]));
    Map<UUID, DeliveryCounts> counts = new HashMap<>();
    byReplay.forEach((replay, byStatus) -> counts.put(replay, DeliveryCounts.of(byStatus)));
    return counts;
  }

  public long countRunning(TenantId tenant, ReplayKind kind) {
    return em.createQuery(
            "select count(r.id) from Replay r where r.tenantId = :tenant and r.status = 'running'"
                + " and r.kind = :kind",
            Long.class)
        .setParameter("tenant", tenant.value())
        .setParameter("kind", WireNames.of(kind))
        .getSingleResult();
  }

  /** Whether what the endpoint missed is being sent to it already. */
  public boolean isRedriven(TenantId tenant, WebhookEndpointId endpoint) {
    return em.createQuery(
                "select count(r.id) from Replay r where r.tenantId = :tenant"
                    + " and r.status = 'running' and r.kind = 'redrive' and r.endpointId = :endpoint",
                Long.class)
            .setParameter("tenant", tenant.value())
            .setParameter("endpoint", endpoint.value())
            .getSingleResult()
        > 0;
  }

  /** Whether it is enabled, and wishes what it missed to be sent by itself. */
  public boolean isToBeRedriven(TenantId tenant, WebhookEndpointId endpoint) {
    return exists(
        "select 1 from webhook_endpoint where tenant_id = ?1 and id = ?2 and status = 'enabled'"
            + " and redrive and consent in ('not_required', 'granted')",
        tenant,
        endpoint);
  }

  /** Whether it answered when it was last called, as far as it was. */
  public boolean isWell(TenantId tenant, WebhookEndpointId endpoint) {
    return !exists(
        "select 1 from endpoint_health where tenant_id = ?1 and endpoint_id = ?2"
            + " and (failing_since is not null or open_until > now())",
        tenant,
        endpoint);
  }

  private boolean exists(String sql, TenantId tenant, WebhookEndpointId endpoint) {
    return !em.createNativeQuery(sql)
        .setParameter(1, tenant.value())
        .setParameter(2, endpoint.value())
        .getResultList()
        .isEmpty();
  }

  /** Whether the message is on its way to the endpoint just now. */
  public boolean isPending(TenantId tenant, MessageId message, WebhookEndpointId endpoint) {
    return em.createQuery(
                "select count(d.id) from Delivery d where d.tenantId = :tenant"
                    + " and d.messageId = :message and d.endpointId = :endpoint"
                    + " and d.status = 'pending'",
                Long.class)
            .setParameter("tenant", tenant.value())
            .setParameter("message", message.value())
            .setParameter("endpoint", endpoint.value())
            .getSingleResult()
        > 0;
  }

  /** The oldest of those that ended before, no more than so many; answers how many. */
  public int forget(TenantId tenant, Instant endedBefore, int most) {
    return em.createNativeQuery(
            "delete from webhook_replay where tenant_id = ?1 and id in (select id from webhook_replay"
                + " where tenant_id = ?1 and created_at < ?2 and ended_at < ?2"
                + " order by created_at limit ?3)")
        .setParameter(1, tenant.value())
        .setParameter(2, Timestamp.from(endedBefore))
        .setParameter(3, most)
        .executeUpdate();
  }

  private static TenantRowKey key(TenantId tenant, ReplayId id) {
    return new TenantRowKey(tenant, id.value());
  }
}
