package org.freehold.web.alerts;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.freehold.alerts.AlertFilter;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertStatus;
import org.freehold.platform.Severity;
import org.freehold.platform.json.WireNames;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.platform.EnumParameter;

/** The filters of alerts. */
public class AlertParameters {
  @OneOf(AlertRule.class)
  @QueryParam("rule")
  private String rule;

  @OneOf(AlertStatus.class)
  @QueryParam("status")
  private String status;

  @OneOf(Severity.class)
  @QueryParam("severity")
  private String severity;

  @QueryParam("subject_id")
  private String subjectId;

  @QueryParam("from")
  private Instant from;

  @QueryParam("to")
  private Instant to;

  AlertFilter filter() {
    return new AlertFilter(
        constant(AlertRule.class, "rule", rule),
        constant(AlertStatus.class, "status", status),
        constant(Severity.class, "severity", severity),
        subjectId,
        from,
        to);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String value) {
    return WireNames.constant(type, EnumParameter.check(type, name, value)).orElse(null);
  }
}
