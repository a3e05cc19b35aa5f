package org.freehold.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.compliance.internal.ReportRepository;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;

/** How many reports a tenant may keep. No EJB: a refusal must not mark the caller's transaction. */
@ApplicationScoped
public class ReportRoom {
  @Inject private ReportRepository reports;
  @Inject private ComplianceSettings settings;

  /** Throws {@link Conflict} when there is room for no more. */
  public void require() {
    if (reports.count(CurrentCall.tenantId()) >= settings.mostReports()) {
      throw new Conflict(
          "report_limit",
          "There are " + settings.mostReports() + " reports already.",
          "Download reports that are no longer needed here, and remove them.");
    }
  }
}
