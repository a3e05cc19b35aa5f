package org.freehold.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertRules;
import org.freehold.alerts.AlertSubject;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.platform.Severity;
import org.freehold.platform.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked for is what is recorded, by whom it counts, and what cannot be switched off. */
class DetectionTest {
  private static final TenantId TENANT = new TenantId(new UUID(1, 1));
  private static final AlertRules.Switch OFF = new AlertRules.Switch(false);
  private static final AlertRules NONE =
      new AlertRules(
          new AlertRules.Burst(false, 10, 5),
          OFF,
          OFF,
          new AlertRules.Burst(false, 5, 60),
          OFF,
          OFF,
          60,
          false);

  /** The document is made from the catalogue. */
  private static List<String> catalogue() throws IOException {
    return Pattern.compile("(?m)^\\| `([a-z_.]+)` \\|")
        .matcher(Files.readString(Path.of("../docs/audit/actions.md")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static List<Finding> found(String action, String recordedBy, AlertRules rules) {
    return found(action, "user", recordedBy, rules);
  }

  private static List<Finding> found(
      String action, String actorType, String recordedBy, AlertRules rules) {
    Instant at = Instant.parse("2026-01-15T12:00:00Z");
    AuditEventDetails details =
        new AuditEventDetails(
            new AuditEventId(new UUID(9, 9)),
            action,
            actorType.equals("system") ? null : new UUID(2, 2),
            null,
            actorType,
            null,
            null,
            null,
            null,
            "techcorp",
            null,
            null,
            at,
            at,
            recordedBy,
            true,
            Severity.INFO,
            false,
            true,
            Map.of(),
            Map.of(),
            null,
            null,
            true,
            7L);
    return new Detection().find(TENANT, new SealedEvent(7, details, "success", new byte[0]), rules);
  }

  private static AlertRules only(AlertRules.Switch settings) {
    return new AlertRules(NONE.refusals(), OFF, OFF, NONE.massExport(), OFF, settings, 60, false);
  }

  @Test
  void everyNameIsOneOfTheCatalogueAndIsLookedAt() throws IOException {
    List<String> catalogue = catalogue();
    assertThat(catalogue).hasSizeGreaterThan(60).containsAll(Detection.names().toList());
    for (String guard : Detection.GUARDS) {
      assertThat(catalogue).anyMatch(name -> name.matches(Pattern.quote(guard) + "[._].*"));
    }
    for (String export : Detection.EXPORTS) {
      assertThat(catalogue).anyMatch(name -> name.endsWith("." + export));
    }
    Stream.concat(
            Detection.names(),
            Stream.of("audit.downloaded", "audit.exported", "retention_plan.approved"))
        .forEach(name -> assertThat(name).matches(Detection.ACTIONS));
    assertThat("project.updated").doesNotMatch(Detection.ACTIONS);
  }

  @Test
  void aChangeOfTheRulesIsToldWhateverTheySay() {
    assertThat(found("alert_rules.updated", "freehold", NONE))
        .singleElement()
        .matches(Finding::always)
        .extracting(Finding::rule)
        .isEqualTo(AlertRule.SETTINGS_CHANGED);
    assertThat(found("policy.updated", "freehold", NONE)).isEmpty();
    assertThat(found("policy.updated", "freehold", only(new AlertRules.Switch(true))))
        .singleElement()
        .matches(finding -> !finding.always());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit.event_missing",
        "audit.columns_changed",
        "audit.trail_damaged",
        "audit_checkpoint.contradicted"
      })
  void damageOfTheTrailIsFoundWhateverTheRulesSay(String action) {
    assertThat(found(action, "system", "freehold", NONE))
        .singleElement()
        .returns(AlertRule.TRAIL_DAMAGED, Finding::rule)
        .returns(AlertSubject.SYSTEM, Finding::subjectType)
        .returns(action, Finding::subjectId);
    assertThat(action).matches(Detection.ACTIONS);
  }

  @Test
  void anotherKeyOfTheTrailIsAChangeOfWhatGuardsIt() {
    assertThat(found("audit_key.rotated", "freehold", only(new AlertRules.Switch(true))))
        .singleElement()
        .returns(AlertRule.SETTINGS_CHANGED, Finding::rule);
  }

  @Test
  void whatFreeholdDoesByItselfIsNoFinding() {
    AlertRules on = only(new AlertRules.Switch(true));
    assertThat(found("audit_forwarding.given_up", "system", "freehold", on)).isEmpty();
    assertThat(found("audit_forwarding.paused", "freehold", on)).hasSize(1);
  }

  /** The catalogue says which actions send data out by their class. */
  @Test
  void everyExportThatIsOnRecordCounts() throws IOException {
    List<String> exports =
        Pattern.compile("(?m)^\\| `([a-z_.]+)` \\| EXPORT \\|")
            .matcher(Files.readString(Path.of("../docs/audit/actions.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(exports)
        .contains("audit.exported", "audit.downloaded", "retention_archive.exported")
        .allSatisfy(name -> assertThat(name).matches(Detection.EXPORT));
  }

  @Test
  void whatAProductRecordsIsNoFinding() {
    assertThat(found("alert_rules.updated", "api_key:1", NONE)).isEmpty();
    assertThat(found("audit.trail_damaged", "system", "api_key:1", NONE)).isEmpty();
  }
}
