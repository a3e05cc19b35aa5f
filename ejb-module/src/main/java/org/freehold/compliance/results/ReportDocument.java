package org.freehold.compliance.results;

import java.time.Instant;
import java.util.List;
import org.freehold.compliance.ComplianceReportId;

/**
 * A report as it is handed out. Two reports over the same trail have the same results; the
 * checkpoint may be another, since old ones are thinned out.
 *
 * @param resultHash SHA-256 in hex of {@code results} in canonical JSON (RFC 8785); the trail tells
 *     the same in the event {@code compliance_report.completed}
 * @param checkpoint the oldest signed note that covered the period; null when none did
 * @param consistency hashes in base64 from the root to the checkpoint (RFC 9162 §2.1.4)
 */
public record ReportDocument(
    ComplianceReportId id,
    Instant madeAt,
    String resultHash,
    String checkpoint,
    List<String> consistency,
    ReportResults results) {
  public ReportDocument {
    consistency = List.copyOf(consistency);
  }
}
