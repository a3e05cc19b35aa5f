package org.freehold.compliance;

import java.time.Instant;
import org.freehold.jobs.JobRunId;

/**
 * A report as lists tell it.
 *
 * @param runId the run that makes it; runs are forgotten before reports are
 * @param proved whether all events of the period are what was sealed and signed; null until it is
 *     known
 * @param size how many events the period had; null until the run has begun
 * @param root the hash over the trail up to the end of the period, in base64; null likewise
 * @param summary null until the report is completed
 * @param resultHash SHA-256 of the results in hex, as the audit event of the report tells it; null
 *     likewise
 */
public record ReportDetails(
    ComplianceReportId id,
    Framework framework,
    Instant from,
    Instant to,
    ReportStatus status,
    JobRunId runId,
    Instant createdAt,
    Instant completedAt,
    Boolean proved,
    Long size,
    String root,
    Summary summary,
    String resultHash) {
  /** How many controls came out how; those satisfied in part count as not attestable. */
  public record Summary(int satisfied, int notSatisfied, int notAttestable, int noPopulation) {}
}
