package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.alerts.AlertDetails;
import org.freehold.alerts.AlertFilter;
import org.freehold.alerts.AlertId;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.Finding;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The alerts of tenants; their ids are in the order in which they were raised. */
@ApplicationScoped
public class AlertRepository {
  private static final List<String> SORTS = List.of("-raised_at", "raised_at");

  private static final ListQuery.Column<SecurityAlert> BY_ID =
      new ListQuery.Column<>("a.id", UUID::fromString, alert -> alert.id().value());

  @PersistenceContext private EntityManager em;

  public void add(TenantId tenant, SecurityAlert alert) {
    em.persist(alert);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<SecurityAlert> byId(TenantId tenant, AlertId id) {
    return Optional.ofNullable(em.find(SecurityAlert.class, new TenantRowKey(tenant, id.value())));
  }

  /** The newest alert of the rule about the subject. */
  public Optional<SecurityAlert> latest(TenantId tenant, Finding finding) {
    return em.createQuery(
            "select a from SecurityAlert a where a.tenantId = :tenant and a.rule = :rule"
                + " and a.subjectType = :type and a.subjectId = :subject order by a.id desc",
            SecurityAlert.class)
        .setParameter("tenant", tenant.value())
        .setParameter("rule", WireNames.of(finding.rule()))
        .setParameter("type", WireNames.of(finding.subjectType()))
        .setParameter("subject", finding.subjectId())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** How many alerts of the rule are newer. */
  public long raisedSince(TenantId tenant, AlertRule rule, Instant moment) {
    return count(tenant, rule, "a.id >= :since", Uuid7.first(moment));
  }

  /** How many alerts of the rule were told since then. */
  public long toldSince(TenantId tenant, AlertRule rule, Instant moment) {
    return count(tenant, rule, "a.toldAt > :since", moment);
  }

  private long count(TenantId tenant, AlertRule rule, String isSince, Object since) {
    return em.createQuery(
            "select count(a.id) from SecurityAlert a where a.tenantId = :tenant and a.rule = :rule"
                + " and "
                + isSince,
            Long.class)
        .setParameter("tenant", tenant.value())
        .setParameter("rule", WireNames.of(rule))
        .setParameter("since", since)
        .getSingleResult();
  }

  public Page<AlertDetails> list(TenantId tenant, AlertFilter filter, PageRequest page) {
    return new ListQuery<>(
            SecurityAlert.class, "select a from SecurityAlert a", "a.id", a -> a.id().value())
        .where("a.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven("a.rule = :rule", "rule", name(filter.rule()))
        .whereGiven("a.status = :status", "status", name(filter.status()))
        .whereGiven(
            "a.severity = :severity",
            "severity",
            filter.severity() == null ? null : filter.severity().name())
        .whereGiven("a.subjectId = :subject", "subject", filter.subjectId())
        .whereGiven("a.firstAt >= :from", "from", filter.from())
        .whereGiven("a.firstAt < :to", "to", filter.to())
        .page(em, page, Sort.of(page.sort(), SORTS), BY_ID, SecurityAlert::details);
  }

  private static String name(Enum<?> constant) {
    return constant == null ? null : WireNames.of(constant);
  }
}
