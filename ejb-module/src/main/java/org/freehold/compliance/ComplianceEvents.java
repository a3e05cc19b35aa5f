package org.freehold.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.EventType;

/** What the world hears of reports. */
@ApplicationScoped
public class ComplianceEvents implements EventCatalogue {
  /**
   * A report can be read.
   *
   * @param framework as in SOC2
   * @param proved whether the trail is what was sealed and signed
   * @param satisfied how many controls are
   * @param notSatisfied how many are not
   * @param resultHash SHA-256 of the results in hex
   */
  @EventType(
      value = "compliance.report.completed",
      description = "A report over the audit trail was completed and can be read.")
  public record ReportCompleted(
      ComplianceReportId reportId,
      String framework,
      Instant from,
      Instant to,
      boolean proved,
      int satisfied,
      int notSatisfied,
      String resultHash)
      implements DomainEvent {}

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new ReportCompleted(
            new ComplianceReportId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e06")),
            "SOC2",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-04-01T00:00:00Z"),
            true,
            7,
            1,
            "2d5e01a318d0f0879ab568c4be289c8b1f64ef8921a53c6277d5e069978baacb"));
  }
}
