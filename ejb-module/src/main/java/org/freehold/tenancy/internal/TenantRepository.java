package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.tenancy.TenantDetails;
import org.freehold.tenancy.TenantFilter;
import org.freehold.tenancy.TenantGroup;
import org.freehold.tenancy.TenantStatus;
import org.freehold.tenancy.TenantTier;

/** Tenants: a PLATFORM table, the same for everybody; services say who may ask. */
@ApplicationScoped
public class TenantRepository {
  private static final List<String> SORTS = List.of("slug", "-slug");

  @PersistenceContext private EntityManager em;

  public void add(Tenant tenant) {
    em.persist(tenant);
  }

  public void flush() {
    em.flush();
  }

  public Optional<Tenant> byId(TenantId id) {
    return Optional.ofNullable(em.find(Tenant.class, id.value()));
  }

  /** As the database has it at this moment, whatever the transaction read before. */
  public TenantStatus statusNow(TenantId id) {
    String status =
        (String)
            em.createNativeQuery("select status from control.tenant where id = ?1")
                .setParameter(1, id.value())
                .getSingleResult();
    return WireNames.constant(TenantStatus.class, status).orElseThrow();
  }

  /** Whether anybody belongs to it yet. */
  public boolean hasMembers(TenantId id) {
    return !em.createNativeQuery("select 1 from control.user_tenant where tenant_id = ?1 limit 1")
        .setParameter(1, id.value())
        .getResultList()
        .isEmpty();
  }

  public Optional<Tenant> bySlug(String slug) {
    return em.createQuery("select t from Tenant t where t.slug = :slug", Tenant.class)
        .setParameter("slug", slug)
        .getResultStream()
        .findFirst();
  }

  /** All tenants but the platform's own; with a parent only that tenant and its children. */
  public Page<TenantDetails> list(TenantFilter filter, TenantId family, PageRequest page) {
    ListQuery<Tenant> query =
        new ListQuery<>(Tenant.class, "select t from Tenant t", "t.id", t -> t.id().value())
            .where("t.id <> :platform", "platform", TenantId.PLATFORM.value())
            .whereGiven("t.status = :status", "status", filter.status())
            .whereGiven("t.tier = :tier", "tier", filter.tier());
    if (family != null) {
      query.where("(t.id = :family or t.parentId = :family)", "family", family.value());
    }
    Sort sort = Sort.of(page.sort(), SORTS);
    Page<Tenant> tenants =
        query.page(
            em,
            page,
            sort,
            new ListQuery.Column<>("t.slug", text -> text, Tenant::slug),
            tenant -> tenant);
    readParents(tenants.items());
    return new Page<>(tenants.items().stream().map(this::details).toList(), tenants.next());
  }

  /** In one statement; {@link #details} then finds them in the persistence context. */
  private void readParents(List<Tenant> tenants) {
    Set<UUID> parents =
        tenants.stream().map(Tenant::parentId).filter(Objects::nonNull).collect(Collectors.toSet());
    if (!parents.isEmpty()) {
      em.createQuery("select t from Tenant t where t.id in :ids", Tenant.class)
          .setParameter("ids", parents)
          .getResultList();
    }
  }

  public List<Tenant> all() {
    return em.createQuery("select t from Tenant t order by t.id", Tenant.class).getResultList();
  }

  /** How many there are of each kind, without the platform's own. */
  public List<TenantGroup> groups() {
    return em.createQuery(
            "select t.status, t.tier, t.customPlan, count(t.id) from Tenant t where t.id <> :platform"
                + " group by t.status, t.tier, t.customPlan",
            Object[].class)
        .setParameter("platform", TenantId.PLATFORM.value())
        .getResultStream()
        .map(TenantRepository::group)
        .toList();
  }

  private static TenantGroup group(Object[] row) {
    TenantTier tier = WireNames.constant(TenantTier.class, (String) row[1]).orElseThrow();
    String plan = row[2] == null ? tier.plan() : (String) row[2];
    return new TenantGroup(
        WireNames.constant(TenantStatus.class, (String) row[0]).orElseThrow(),
        tier,
        plan,
        (Long) row[3]);
  }

  public TenantDetails details(Tenant tenant) {
    UUID parent = tenant.parentId();
    return new TenantDetails(
        tenant.id(),
        tenant.slug(),
        tenant.name(),
        tenant.status(),
        tenant.tier(),
        tenant.planId(),
        parent == null ? null : em.find(Tenant.class, parent).slug(),
        tenant.ownerEmail(),
        tenant.trialEndsAt(),
        tenant.settings(),
        tenant.createdAt(),
        tenant.updatedAt(),
        tenant.version());
  }
}
