package org.freehold.compliance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.compliance.ComplianceReportId;
import org.freehold.compliance.Framework;
import org.freehold.compliance.ReportDetails;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The reports of one tenant. */
@ApplicationScoped
public class ReportRepository {
  private static final List<String> SORTS = List.of("-created_at");

  @PersistenceContext private EntityManager em;

  public void add(ComplianceReport report) {
    em.persist(report);
    em.flush();
  }

  public void remove(TenantId tenant, ComplianceReport report) {
    em.createNativeQuery("delete from compliance_report where tenant_id = ?1 and id = ?2")
        .setParameter(1, tenant.value())
        .setParameter(2, report.id().value())
        .executeUpdate();
  }

  public void flush() {
    em.flush();
  }

  public Optional<ComplianceReport> byId(TenantId tenant, ComplianceReportId id) {
    return Optional.ofNullable(
        em.find(ComplianceReport.class, new TenantRowKey(tenant, id.value())));
  }

  /** Nobody else changes the report until the transaction ends. */
  public Optional<ComplianceReport> locked(TenantId tenant, JobRunId run) {
    return em.createQuery(
            "select r from ComplianceReport r where r.tenantId = :tenant and r.runId = :run",
            ComplianceReport.class)
        .setParameter("tenant", tenant.value())
        .setParameter("run", run.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  public Optional<ComplianceReport> byRun(TenantId tenant, JobRunId run) {
    return em.createQuery(
            "select r from ComplianceReport r where r.tenantId = :tenant and r.runId = :run",
            ComplianceReport.class)
        .setParameter("tenant", tenant.value())
        .setParameter("run", run.value())
        .getResultStream()
        .findFirst();
  }

  /** Whoever counts in the same tenant waits until this transaction ends. */
  public long count(TenantId tenant) {
    em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext(?1))) as held")
        .setParameter(1, "compliance_report:" + tenant.value())
        .getResultList();
    return em.createQuery(
            "select count(r.id) from ComplianceReport r where r.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  public Page<ReportDetails> list(TenantId tenant, Framework framework, PageRequest page) {
    return new ListQuery<>(
            ComplianceReport.class, "select r from ComplianceReport r", "r.id", r -> r.id().value())
        .where("r.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven(
            "r.framework = :framework", "framework", framework == null ? null : framework.name())
        .page(
            em,
            page,
            Sort.of(page.sort(), SORTS),
            new ListQuery.Column<>("r.createdAt", Instant::parse, ComplianceReport::createdAt),
            ComplianceReport::details);
  }
}
