package org.freehold.access.policies.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.access.PolicySource;
import org.freehold.access.policies.PolicyDetails;
import org.freehold.access.policies.PolicyFilter;
import org.freehold.access.policies.PolicyId;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.Policy;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The policies of one tenant. */
@ApplicationScoped
public class PolicyRepository implements PolicySource {
  private static final List<String> SORTS = List.of("name", "-priority");

  @PersistenceContext private EntityManager em;

  public void add(AccessPolicy policy) {
    em.persist(policy);
    em.flush();
  }

  public void remove(AccessPolicy policy) {
    em.remove(policy);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<AccessPolicy> byId(TenantId tenant, PolicyId id) {
    return Optional.ofNullable(em.find(AccessPolicy.class, new TenantRowKey(tenant, id.value())));
  }

  public Optional<UUID> named(TenantId tenant, String name) {
    return em.createQuery(
            "select p.id from AccessPolicy p where p.tenantId = :tenant and p.name = :name",
            UUID.class)
        .setParameter("tenant", tenant.value())
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public long count(TenantId tenant) {
    return em.createQuery(
            "select count(p.id) from AccessPolicy p where p.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  /** The API keys among these that the tenant has, revoked or not. */
  public Set<UUID> keysAmong(TenantId tenant, Collection<UUID> candidates) {
    List<?> rows =
        em.createNativeQuery(
                "select id from api_key where tenant_id = ?1 and id = any (string_to_array(?2, ' ')::uuid[])")
            .setParameter(1, tenant.value())
            .setParameter(
                2, candidates.stream().map(UUID::toString).collect(Collectors.joining(" ")))
            .getResultList();
    return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
  }

  /** By column: an entity that the transaction has read before would be as it was then. */
  @Override
  public List<Policy> enabled(TenantId tenant) {
    return em.createQuery(
            "select "
                + PolicyRow.ATTRIBUTES
                + " from AccessPolicy p where p.tenantId = :tenant and p.enabled = true"
                + " order by p.id",
            Object[].class)
        .setParameter("tenant", tenant.value())
        .getResultStream()
        .map(PolicyRow::policy)
        .toList();
  }

  public Page<PolicyDetails> list(
      TenantId tenant, PermissionCatalogue catalogue, PolicyFilter filter, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery<AccessPolicy> query =
        new ListQuery<>(
                AccessPolicy.class, "select p from AccessPolicy p", "p.id", p -> p.id().value())
            .where("p.tenantId = :tenant", "tenant", tenant.value())
            .whereGiven("p.effect = :effect", "effect", filter.effect())
            .whereGiven("p.reportOnly = :reportOnly", "reportOnly", filter.reportOnly())
            .whereGiven("p.enabled = :enabled", "enabled", filter.enabled());
    return about(filter.permission(), catalogue, query)
        .page(em, page, sort, column(sort.field()), AccessPolicy::details);
  }

  /** Either a grant or a denial reaches the permission by entries of its own. */
  private static ListQuery<AccessPolicy> about(
      String permission, PermissionCatalogue catalogue, ListQuery<AccessPolicy> query) {
    if (permission == null) {
      return query;
    }
    PermissionEntries entries = new PermissionEntries(catalogue);
    String has =
        "function('jsonb_exists_any', function('jsonb_extract_path', p.target, 'permissions'),"
            + " function('string_to_array', :%s, ' ')) = true";
    return query.where(
        "(p.effect = 'allow' and "
            + has.formatted("granting")
            + " or p.effect = 'deny' and "
            + has.formatted("denying")
            + ")",
        Map.of(
            "granting", entries.granting(permission),
            "denying", entries.denying(permission)));
  }

  private static ListQuery.Column<AccessPolicy> column(String field) {
    return field.equals("name")
        ? new ListQuery.Column<>("p.name", text -> text, AccessPolicy::name)
        : new ListQuery.Column<>("p.priority", Integer::valueOf, AccessPolicy::priority);
  }
}
