package org.freehold.alerts.internal;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertSubject;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventDetails;

/**
 * Tells what the product found out about its own trail: that of the tenant, or in the trail of the
 * platform that of any. Each sort of damage is one alert.
 */
final class Damage {
  private static final Map<String, String> SUMMARIES =
      Map.of(
          "audit.event_missing",
          "An event was taken out of the trail before it had its place.",
          "audit.columns_changed",
          "An event was changed in the database: it is not found by what is sealed.",
          "audit.trail_damaged",
          "A trail does not continue what was sealed or signed: nothing more is.",
          "audit_checkpoint.contradicted",
          "The object store holds another checkpoint of the same log and size.");

  private Damage() {}

  static Stream<String> actions() {
    return SUMMARIES.keySet().stream().sorted();
  }

  static Optional<Finding> found(AuditEventDetails event) {
    String summary = event.success() ? SUMMARIES.get(event.action()) : null;
    return Optional.ofNullable(summary)
        .map(
            told ->
                new Who(AlertSubject.SYSTEM, event.action())
                    .finding(AlertRule.TRAIL_DAMAGED, event, told));
  }
}
