package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.retention.PlanStatus;
import org.freehold.retention.RetentionPlanDetails;
import org.freehold.retention.RetentionPlanId;

/** The plans of one tenant. */
@ApplicationScoped
public class PlanRepository {
  private static final List<String> NEWEST_FIRST = List.of("-created_at");

  @PersistenceContext private EntityManager em;

  public void add(TenantId tenant, RetentionPlan plan) {
    em.persist(plan);
  }

  public void flush() {
    em.flush();
  }

  public List<RetentionPlan> all(TenantId tenant, String dataClass) {
    return em.createQuery(
            "select p from RetentionPlan p where p.tenantId = :tenant and p.dataClass = :class"
                + " order by p.month",
            RetentionPlan.class)
        .setParameter("tenant", tenant.value())
        .setParameter("class", dataClass)
        .getResultList();
  }

  public Optional<RetentionPlan> byId(TenantId tenant, RetentionPlanId id) {
    return Optional.ofNullable(em.find(RetentionPlan.class, new TenantRowKey(tenant, id.value())));
  }

  /** {@code status} null: all. */
  public Page<RetentionPlanDetails> list(TenantId tenant, PlanStatus status, PageRequest page) {
    return new ListQuery<>(
            RetentionPlan.class, "select p from RetentionPlan p", "p.id", plan -> plan.id().value())
        .where("p.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven(
            "p.status = :status",
            "status",
            status == null ? null : status.name().toLowerCase(Locale.ROOT))
        .page(
            em,
            page,
            Sort.of(page.sort(), NEWEST_FIRST),
            new ListQuery.Column<>("p.createdAt", Instant::parse, RetentionPlan::createdAt),
            RetentionPlan::details);
  }
}
