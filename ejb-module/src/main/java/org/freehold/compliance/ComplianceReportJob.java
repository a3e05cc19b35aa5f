package org.freehold.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.compliance.internal.ComplianceReport;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;
import org.freehold.platform.CallContext;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireForms;
import org.freehold.platform.json.WireNames;

/** The job that makes a report. */
@ApplicationScoped
public class ComplianceReportJob implements JobDefinition {
  public static final String NAME = "compliance-report";

  private static final String FRAMEWORK = "framework";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String PERIOD = "period";
  private static final String MOMENT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,20}Z";

  @Inject private Clock clock;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Compliance report";
  }

  @Override
  public String description() {
    return "Asks the audit trail what the controls of a framework ask, over a period that has ended,"
        + " and proves what it found.";
  }

  @Override
  public JobScope scope() {
    return JobScope.TENANT;
  }

  @Override
  public boolean keepsItsPlace() {
    return true;
  }

  @Override
  public String unit() {
    return "events and questions";
  }

  @Override
  public List<JobParameter> parameters() {
    return List.of(
        JobParameter.text(
            FRAMEWORK, String.join("|", WireNames.of(Framework.class)), 20, "The framework."),
        JobParameter.optionalText(
            PERIOD,
            String.join("|", WireNames.of(ReportPeriod.class)),
            20,
            "The period that ended last, in UTC; for schedules. Or give from and to."),
        JobParameter.optionalText(
            FROM, MOMENT, 30, "The beginning of the period, as 2026-01-01T00:00:00Z."),
        JobParameter.optionalText(TO, MOMENT, 30, "The end of the period, which is not in it."));
  }

  @Override
  public void admit(CallContext call, Map<String, JsonValue> parameters) {
    ComplianceReport.requirePast(wanted(parameters, clock.instant()), clock.instant());
  }

  /** The parameters of a run that makes this report. */
  static Map<String, JsonValue> parameters(RequestReport wanted) {
    Map<String, JsonValue> parameters = new TreeMap<>();
    parameters.put(FRAMEWORK, text(WireNames.of(wanted.framework())));
    parameters.put(FROM, text(wanted.from().toString()));
    parameters.put(TO, text(wanted.to().toString()));
    return parameters;
  }

  private static JsonValue text(String value) {
    return JsonText.PROVIDER.createValue(value);
  }

  /**
   * The report that a run with these parameters makes; {@link Invalid} when they name no period.
   */
  static RequestReport wanted(Map<String, JsonValue> parameters, Instant now) {
    Framework framework =
        WireNames.constant(Framework.class, string(parameters, FRAMEWORK)).orElseThrow();
    String period = string(parameters, PERIOD);
    String from = string(parameters, FROM);
    String to = string(parameters, TO);
    if ((period == null) == (from == null) || (from == null) != (to == null)) {
      throw Invalid.at("/parameters/period", "required", "Give either a period, or from and to.");
    }
    return period == null
        ? new RequestReport(framework, moment(FROM, from), moment(TO, to))
        : WireNames.constant(ReportPeriod.class, period).orElseThrow().before(framework, now);
  }

  private static Instant moment(String name, String text) {
    try {
      return WireForms.instant(text);
    } catch (DateTimeException e) {
      throw Invalid.at(
          "/parameters/" + name, "format", "This must be a moment like 2026-01-01T00:00:00Z.");
    }
  }

  private static String string(Map<String, JsonValue> parameters, String name) {
    return parameters.get(name) instanceof JsonString text ? text.getString() : null;
  }
}
