package org.freehold.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.freehold.keys.ApiKeyFigures;
import org.freehold.keys.ApiKeyFilter;
import org.freehold.keys.ApiKeyId;
import org.freehold.keys.ApiKeyStatus;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The keys of one tenant and how much they are used. */
@ApplicationScoped
public class ApiKeyRepository {
  private static final List<String> SORTS = List.of("-created_at", "name");

  @PersistenceContext private EntityManager em;

  public void add(ApiKey key) {
    em.persist(key);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<ApiKey> byId(TenantId tenant, ApiKeyId id) {
    return Optional.ofNullable(em.find(ApiKey.class, new TenantRowKey(tenant, id.value())));
  }

  public long countUnrevoked(TenantId tenant) {
    return em.createQuery(
            "select count(k.id) from ApiKey k where k.tenantId = :tenant and k.revokedAt is null",
            Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  /** {@code since}: who called after it counts as used. */
  public ApiKeyFigures figures(TenantId tenant, Instant now, Instant since) {
    String active = "k.revokedAt is null and (k.expiresAt is null or k.expiresAt > :now)";
    Object[] row =
        em.createQuery(
                "select count(k.id), sum(case when k.revokedAt is not null then 1 else 0 end),"
                    + (" sum(case when " + active + " then 1 else 0 end),")
                    + (" sum(case when " + active)
                    + " and k.lastUsedAt > :since then 1 else 0 end)"
                    + " from ApiKey k where k.tenantId = :tenant",
                Object[].class)
            .setParameter("tenant", tenant.value())
            .setParameter("now", now)
            .setParameter("since", since)
            .getSingleResult();
    long[] counts =
        Arrays.stream(row).mapToLong(n -> n == null ? 0 : ((Number) n).longValue()).toArray();
    return new ApiKeyFigures(counts[2], counts[3], counts[0] - counts[1] - counts[2], counts[1]);
  }

  public <T> Page<T> list(
      TenantId tenant, ApiKeyFilter filter, Instant now, PageRequest page, Function<ApiKey, T> as) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery.Column<ApiKey> column =
        sort.field().equals("name")
            ? new ListQuery.Column<>("k.name", text -> text, ApiKey::name)
            : new ListQuery.Column<>("k.createdAt", Instant::parse, ApiKey::createdAt);
    ListQuery<ApiKey> query =
        new ListQuery<>(ApiKey.class, "select k from ApiKey k", "k.id", k -> k.id().value())
            .where("k.tenantId = :tenant", "tenant", tenant.value())
            .whereGiven(
                "k.createdBy = :maker",
                "maker",
                filter.createdBy() == null ? null : filter.createdBy().value());
    narrow(query, filter.status(), now);
    return query.page(em, page, sort, column, as);
  }

  private static void narrow(ListQuery<ApiKey> query, ApiKeyStatus status, Instant now) {
    if (status == null) {
      return;
    }
    switch (status) {
      case REVOKED -> query.where("k.revokedAt is not null", Map.of());
      case EXPIRED -> query.where("k.revokedAt is null and k.expiresAt <= :now", "now", now);
      case ACTIVE ->
          query.where(
              "k.revokedAt is null and (k.expiresAt is null or k.expiresAt > :now)", "now", now);
    }
  }

  /** The days since then on which the key was used. */
  public Map<LocalDate, Long> requestsPerDay(TenantId tenant, ApiKeyId id, LocalDate since) {
    List<?> rows =
        em.createNativeQuery(
                "select day, requests from api_key_use where tenant_id = ?1 and key_id = ?2 and day >= ?3")
            .setParameter(1, tenant.value())
            .setParameter(2, id.value())
            .setParameter(3, Date.valueOf(since))
            .getResultList();
    Map<LocalDate, Long> counted = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      counted.put(((Date) columns[0]).toLocalDate(), ((Number) columns[1]).longValue());
    }
    return counted;
  }

  /** Adds to what was counted before; a key that is gone meanwhile is passed over. */
  void addUse(TenantId tenant, ApiKeyId id, LocalDate day, long requests, Instant last) {
    em.createNativeQuery(
            "insert into api_key_use as u (tenant_id, key_id, day, requests)"
                + " select k.tenant_id, k.id, cast(?3 as date), cast(?4 as bigint) from api_key k"
                + " where k.tenant_id = ?1 and k.id = ?2"
                + " on conflict (tenant_id, key_id, day) do update set requests = u.requests + excluded.requests")
        .setParameter(1, tenant.value())
        .setParameter(2, id.value())
        .setParameter(3, Date.valueOf(day))
        .setParameter(4, requests)
        .executeUpdate();
    em.createNativeQuery(
            "update api_key set last_used_at = greatest(last_used_at, cast(?3 as timestamptz))"
                + " where tenant_id = ?1 and id = ?2")
        .setParameter(1, tenant.value())
        .setParameter(2, id.value())
        .setParameter(3, Timestamp.from(last))
        .executeUpdate();
  }

  /** Forgets what was revoked before then, and counts of days before it; answers how many rows. */
  public int forget(TenantId tenant, Instant before) {
    int uses =
        em.createNativeQuery(
                "delete from api_key_use where tenant_id = ?1 and day < cast(?2 as timestamptz)")
            .setParameter(1, tenant.value())
            .setParameter(2, Timestamp.from(before))
            .executeUpdate();
    return uses
        + em.createNativeQuery("delete from api_key where tenant_id = ?1 and revoked_at < ?2")
            .setParameter(1, tenant.value())
            .setParameter(2, Timestamp.from(before))
            .executeUpdate();
  }
}
