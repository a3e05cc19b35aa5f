package org.freehold.domains.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.domains.DomainDetails;
import org.freehold.domains.DomainFilter;
import org.freehold.domains.DomainId;
import org.freehold.domains.DomainStatus;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;

/**
 * Domains: a PLATFORM table, since they are looked up before the tenant is known. Row-level
 * security does not stand behind these queries, so each says whose domains it is about; the
 * platform sees those of all tenants.
 */
@ApplicationScoped
public class DomainRepository {
  private static final List<String> NEWEST_FIRST = List.of("-created_at");

  @PersistenceContext private EntityManager em;

  public void add(CustomDomain domain) {
    em.persist(domain);
    em.flush();
  }

  public void remove(CustomDomain domain) {
    em.remove(domain);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  /** One that whoever calls from this tenant may know of. */
  public Optional<CustomDomain> visible(TenantRef here, DomainId id) {
    return Optional.ofNullable(em.find(CustomDomain.class, id.value()))
        .filter(domain -> here.isPlatform() || domain.tenantId().equals(here.id()));
  }

  public Optional<CustomDomain> named(TenantId tenant, String domain) {
    return em.createQuery(
            "select d from CustomDomain d where d.tenantId = :tenant and d.domain = :domain",
            CustomDomain.class)
        .setParameter("tenant", tenant.value())
        .setParameter("domain", domain)
        .getResultStream()
        .findFirst();
  }

  public long count(TenantId tenant) {
    return em.createQuery(
            "select count(d.id) from CustomDomain d where d.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  /** Whoever proves the domain, or claims for the tenant, waits here for the one before. */
  public void oneAtATime(TenantId tenant, String domain) {
    for (String key : List.of("domains:" + tenant.value(), "domain:" + domain)) {
      em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext(?1))) as held")
          .setParameter(1, key)
          .getResultList();
    }
  }

  /** Whether the domain leads to another tenant. */
  public boolean isTaken(TenantId tenant, String domain) {
    return em.createQuery(
                "select count(d.id) from CustomDomain d where d.domain = :domain"
                    + " and d.verifiedAt is not null and d.tenantId <> :tenant",
                Long.class)
            .setParameter("domain", domain)
            .setParameter("tenant", tenant.value())
            .getSingleResult()
        > 0;
  }

  public Page<DomainDetails> list(TenantRef here, DomainFilter filter, PageRequest page) {
    ListQuery<CustomDomain> query =
        new ListQuery<>(
                CustomDomain.class, "select d from CustomDomain d", "d.id", d -> d.id().value())
            .whereGiven("d.tenantId = :tenant", "tenant", here.isPlatform() ? null : tenant(here))
            .whereGiven("d.domain = :domain", "domain", filter.domain());
    if (filter.status() != null) {
      String sign = filter.status() == DomainStatus.VERIFIED ? "not null" : "null";
      query.where("d.verifiedAt is " + sign, Map.of());
    }
    Page<CustomDomain> found =
        query.page(
            em,
            page,
            Sort.of(page.sort(), NEWEST_FIRST),
            new ListQuery.Column<>("d.createdAt", Instant::parse, CustomDomain::createdAt),
            domain -> domain);
    Map<UUID, String> slugs =
        here.isPlatform() ? slugs(found.items()) : Map.of(tenant(here), here.slug());
    return new Page<>(
        found.items().stream()
            .map(domain -> domain.details(slugs.get(domain.tenantId().value())))
            .toList(),
        found.next());
  }

  /** The slug of the tenant whose the domain is. */
  public String slug(CustomDomain domain) {
    return slugs(List.of(domain)).get(domain.tenantId().value());
  }

  private Map<UUID, String> slugs(Collection<CustomDomain> domains) {
    if (domains.isEmpty()) {
      return Map.of();
    }
    TypedQuery<Object[]> query =
        em.createQuery("select t.id, t.slug from Tenant t where t.id in :ids", Object[].class)
            .setParameter(
                "ids",
                domains.stream().map(domain -> domain.tenantId().value()).distinct().toList());
    return query
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }

  private static UUID tenant(TenantRef here) {
    return here.id().value();
  }
}
