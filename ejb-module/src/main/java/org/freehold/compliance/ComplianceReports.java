package org.freehold.compliance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.compliance.internal.ComplianceReport;
import org.freehold.compliance.internal.ReportAssembly;
import org.freehold.compliance.internal.ReportRepository;
import org.freehold.compliance.internal.RetainedReports;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunRequests;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.LegalHolds;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;

/** The reports of the tenant; to operators without a tenant those over the platform's own trail. */
@Stateless
@Guarded
public class ComplianceReports {
  private static final String REPORT = "compliance_report";

  @Inject private ReportRepository reports;
  @Inject private ReportAssembly assembly;
  @Inject private ReportRoom room;
  @Inject private RunRequests requests;
  @Inject private ChangeLog changes;
  @Inject private LegalHolds holds;
  @Inject private Clock clock;

  /** What the trail keeps of a request, and of a report that is gone. */
  public record Wanted(String framework, String from, String to) {}

  /** Queues the run that makes the report; it starts as soon as this commits. */
  @RequiresPermission("compliance:write")
  @Audited(value = "compliance_report.requested", complianceRelevant = true)
  public RunDetails request(RequestReport wanted) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    ComplianceReport.requirePast(wanted, now);
    room.require();
    RunDetails run =
        requests.request(ComplianceReportJob.NAME, ComplianceReportJob.parameters(wanted));
    ComplianceReport report = new ComplianceReport(tenant, wanted, run.id(), now);
    reports.add(report);
    changes.about(REPORT, report.id().value()).after(told(report));
    return run;
  }

  @RequiresPermission("compliance:read")
  public Page<ReportDetails> list(Framework framework, PageRequest page) {
    return reports.list(CurrentCall.tenantId(), framework, page);
  }

  @RequiresPermission("compliance:read")
  public ReportDetails get(ComplianceReportId id) {
    return find(id).details();
  }

  /** The whole report; {@link Conflict} until it is completed. */
  @RequiresPermission("compliance:read")
  public ReportDocument document(ComplianceReportId id) {
    ComplianceReport report = find(id);
    if (!report.isCompleted()) {
      throw new Conflict(
          "report_not_completed",
          "The report is not completed yet.",
          "Look at its run: restart it if it failed, and ask again when it has completed.");
    }
    return assembly.document(CurrentCall.get().requireTenant(), report);
  }

  /**
   * Removes it for good, unless a hold covers it; that it was made stays in the trail, with the
   * hash of its results.
   */
  @RequiresPermission("compliance:write")
  @Audited(value = "compliance_report.removed", complianceRelevant = true)
  public void remove(ComplianceReportId id) {
    ComplianceReport report = find(id);
    changes.about(REPORT, id.value());
    holds.refuseDeletionOf(
        new LegalHolds.Doomed(
            RetainedReports.NAME, null, null, report.createdAt(), report.lastAt()));
    changes.before(told(report));
    reports.remove(CurrentCall.tenantId(), report);
  }

  private ComplianceReport find(ComplianceReportId id) {
    return reports.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound(REPORT));
  }

  private static Wanted told(ComplianceReport report) {
    return new Wanted(
        report.framework().wireName(), report.from().toString(), report.to().toString());
  }
}
