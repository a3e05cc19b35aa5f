package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.freehold.alerts.AlertRule;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;

/** What is remembered for the rules. */
@ApplicationScoped
public class TraceRepository {
  @PersistenceContext private EntityManager em;

  Optional<AlertTrace> find(
      TenantId tenant, AlertRule rule, String subject, String kind, String value) {
    return Optional.ofNullable(
        em.find(
            AlertTrace.class, new TenantRowKey(tenant, AlertTrace.id(rule, subject, kind, value))));
  }

  /** The one that there is, or a new one. */
  AlertTrace of(
      TenantId tenant, AlertRule rule, String subject, String kind, String value, Instant at) {
    return find(tenant, rule, subject, kind, value)
        .orElseGet(
            () -> {
              AlertTrace fresh = new AlertTrace(tenant, rule, subject, kind, value, at);
              em.persist(fresh);
              return fresh;
            });
  }

  /** How often anything of the kind was seen with the subject. */
  long seen(TenantId tenant, AlertRule rule, String subject, String kind) {
    Long seen =
        em.createQuery(
                "select sum(t.seen) from AlertTrace t where t.tenantId = :tenant and t.rule = :rule"
                    + " and t.subject = :subject and t.kind = :kind",
                Long.class)
            .setParameter("tenant", tenant.value())
            .setParameter("rule", WireNames.of(rule))
            .setParameter("subject", subject)
            .setParameter("kind", kind)
            .getSingleResult();
    return seen == null ? 0 : seen;
  }

  /** What was not seen since then; answers how many. */
  public int forget(TenantId tenant, Instant before) {
    return em.createQuery(
            "delete from AlertTrace t where t.tenantId = :tenant and t.lastAt < :before")
        .setParameter("tenant", tenant.value())
        .setParameter("before", before)
        .executeUpdate();
  }
}
