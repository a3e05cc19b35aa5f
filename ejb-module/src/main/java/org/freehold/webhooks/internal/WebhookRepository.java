package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.platform.EntityId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.EndpointDetails;
import org.freehold.webhooks.EndpointStatus;
import org.freehold.webhooks.WebhookEndpointId;
import org.freehold.webhooks.WebhookFigures;

/** The endpoints, messages and deliveries of one tenant. */
@ApplicationScoped
public class WebhookRepository {
  private static final List<String> OLDEST_FIRST = List.of("created_at");

  @PersistenceContext private EntityManager em;

  public void add(WebhookEndpoint endpoint) {
    em.persist(endpoint);
    em.flush();
  }

  public void remove(WebhookEndpoint endpoint) {
    em.remove(endpoint);
    em.flush();
    // Its numbers stay with what was sent to it: the ledger adds them up.
  }

  public void flush() {
    em.flush();
  }

  public Optional<WebhookEndpoint> endpoint(TenantId tenant, WebhookEndpointId id) {
    return Optional.ofNullable(em.find(WebhookEndpoint.class, key(tenant, id)));
  }

  public long countEndpoints(TenantId tenant) {
    return em.createQuery(
            "select count(e.id) from WebhookEndpoint e where e.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  List<WebhookEndpoint> allEndpoints(TenantId tenant) {
    return em.createQuery(
            "select e from WebhookEndpoint e where e.tenantId = :tenant order by e.id",
            WebhookEndpoint.class)
        .setParameter("tenant", tenant.value())
        .getResultList();
  }

  List<WebhookEndpoint> endpoints(TenantId tenant, List<UUID> ids) {
    return em.createQuery(
            "select e from WebhookEndpoint e where e.tenantId = :tenant and e.id in :ids",
            WebhookEndpoint.class)
        .setParameter("tenant", tenant.value())
        .setParameter("ids", ids)
        .getResultList();
  }

  /** In two statements. */
  public WebhookFigures figures(TenantId tenant, Instant since) {
    Map<String, Long> endpoints =
        counts("WebhookEndpoint", tenant, new Condition("1 = 1", Map.of()));
    Map<String, Long> deliveries =
        counts("Delivery", tenant, new Condition("r.createdAt > :since", Map.of("since", since)));
    return new WebhookFigures(
        new WebhookFigures.Endpoints(
            of(endpoints, EndpointStatus.ENABLED),
            of(endpoints, EndpointStatus.PAUSED),
            of(endpoints, EndpointStatus.DISABLED)),
        WebhookFigures.Deliveries.of(
            of(deliveries, DeliveryStatus.PENDING),
            of(deliveries, DeliveryStatus.DELIVERED),
            of(deliveries, DeliveryStatus.EXHAUSTED),
            of(deliveries, DeliveryStatus.SKIPPED)));
  }

  private static long of(Map<String, Long> counts, Enum<?> status) {
    return counts.getOrDefault(WireNames.of(status), 0L);
  }

  private Map<String, Long> counts(String entity, TenantId tenant, Condition condition) {
    TypedQuery<Object[]> query =
        em.createQuery(
                "select r.status, count(r.id) from %s r where r.tenantId = :tenant and %s group by r.status"
                    .formatted(entity, condition.jpql()),
                Object[].class)
            .setParameter("tenant", tenant.value());
    condition.parameters().forEach(query::setParameter);
    return query
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /**
   * False when it was not enabled. By a statement of its own: somebody may be editing the endpoint
   * just now, and what is recorded in the same transaction must not fail for that.
   */
  public boolean disable(TenantId tenant, WebhookEndpointId id, String reason, Instant now) {
    return em.createNativeQuery(
                "update webhook_endpoint set status = 'disabled', status_reason = ?1,"
                    + " updated_at = ?2, version = version + 1"
                    + " where tenant_id = ?3 and id = ?4 and status = 'enabled'")
            .setParameter(1, reason)
            .setParameter(2, Timestamp.from(now))
            .setParameter(3, tenant.value())
            .setParameter(4, id.value())
            .executeUpdate()
        == 1;
  }

  /** Since when which endpoints have had no success; those that fare well are not among them. */
  public Map<UUID, Instant> failingSince(TenantId tenant) {
    List<?> rows =
        em.createNativeQuery(
                "select cast(endpoint_id as text), failing_since from endpoint_health"
                    + " where tenant_id = ?1 and failing_since is not null")
            .setParameter(1, tenant.value())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.toMap(
                row -> UUID.fromString((String) row[0]), row -> ((Timestamp) row[1]).toInstant()));
  }

  public Page<EndpointDetails> endpoints(TenantId tenant, PageRequest page) {
    return new ListQuery<>(
            WebhookEndpoint.class, "select e from WebhookEndpoint e", "e.id", e -> e.id().value())
        .where("e.tenantId = :tenant", "tenant", tenant.value())
        .page(
            em,
            page,
            Sort.of(page.sort(), OLDEST_FIRST),
            new ListQuery.Column<>("e.createdAt", Instant::parse, WebhookEndpoint::createdAt),
            WebhookEndpoint::details);
  }

  private static TenantRowKey key(TenantId tenant, EntityId id) {
    return new TenantRowKey(tenant, id.value());
  }
}
