package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.forwarding.DestinationDetails;
import org.freehold.forwarding.DestinationId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The destinations of tenants. */
@ApplicationScoped
public class DestinationRepository {
  private static final List<String> NEWEST_FIRST = List.of("-created_at");

  @PersistenceContext private EntityManager em;

  public void add(TenantId tenant, Destination destination) {
    em.persist(destination);
    em.flush();
  }

  public void remove(TenantId tenant, Destination destination) {
    em.remove(destination);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<Destination> byId(TenantId tenant, DestinationId id) {
    return Optional.ofNullable(em.find(Destination.class, new TenantRowKey(tenant, id.value())));
  }

  /** To be changed: whoever sends to it notes now and then how it fares. */
  public Optional<Destination> locked(TenantId tenant, DestinationId id) {
    return Optional.ofNullable(
        em.find(
            Destination.class,
            new TenantRowKey(tenant, id.value()),
            LockModeType.PESSIMISTIC_WRITE));
  }

  public long count(TenantId tenant) {
    return em.createQuery(
            "select count(d.id) from Destination d where d.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  /**
   * The enabled ones that took what they were sent last; always in one order, as work is asked for
   * from each.
   */
  public List<DestinationId> taking(TenantId tenant) {
    return em.createQuery(
            "select d.id from Destination d where d.tenantId = :tenant and d.status = 'enabled'"
                + " and d.failingSince is null order by d.id",
            UUID.class)
        .setParameter("tenant", tenant.value())
        .getResultStream()
        .map(DestinationId::new)
        .toList();
  }

  public Page<DestinationDetails> list(TenantId tenant, PageRequest page, long size) {
    return new ListQuery<>(
            Destination.class, "select d from Destination d", "d.id", d -> d.id().value())
        .where("d.tenantId = :tenant", "tenant", tenant.value())
        .page(
            em,
            page,
            Sort.of(page.sort(), NEWEST_FIRST),
            new ListQuery.Column<>("d.createdAt", Instant::parse, Destination::createdAt),
            destination -> destination.details(size));
  }

  /** Whether nobody else holds it; again with the same token, for longer. */
  public boolean hold(TenantId tenant, DestinationId id, UUID token, Instant now, Instant until) {
    return em.createNativeQuery(
                "update forwarding_destination set sending_token = ?1, sending_until = ?2"
                    + " where tenant_id = ?3 and id = ?4"
                    + " and (sending_token is null or sending_token = ?1 or sending_until < ?5)")
            .setParameter(1, token)
            .setParameter(2, Timestamp.from(until))
            .setParameter(3, tenant.value())
            .setParameter(4, id.value())
            .setParameter(5, Timestamp.from(now))
            .executeUpdate()
        > 0;
  }

  public void letGo(TenantId tenant, DestinationId id, UUID token) {
    em.createNativeQuery(
            "update forwarding_destination set sending_token = null, sending_until = null"
                + " where tenant_id = ?1 and id = ?2 and sending_token = ?3")
        .setParameter(1, tenant.value())
        .setParameter(2, id.value())
        .setParameter(3, token)
        .executeUpdate();
  }

  /**
   * Moves on, if the token still holds it. Apart from the row's version, which is that of what
   * people wrote.
   */
  public boolean advance(TenantId tenant, DestinationId id, UUID token, long next, Instant now) {
    return em.createNativeQuery(
                "update forwarding_destination set next_position = ?1, last_success_at = ?2,"
                    + " failing_since = null, last_error = null"
                    + " where tenant_id = ?3 and id = ?4 and sending_token = ?5")
            .setParameter(1, next)
            .setParameter(2, Timestamp.from(now))
            .setParameter(3, tenant.value())
            .setParameter(4, id.value())
            .setParameter(5, token)
            .executeUpdate()
        > 0;
  }
}
