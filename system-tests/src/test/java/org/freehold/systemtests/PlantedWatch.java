package org.freehold.systemtests;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.freehold.systemtests.PlantedTrail.Event;
import org.freehold.systemtests.PlantedTrail.Who;

/** What was found, and what became of it; what was removed, and what failed and was mended. */
final class PlantedWatch {
  private static final int DAYS = 400;

  private final PlantedTrail trail;
  private final PlantedViolations planted;
  private final Who ann = Who.someone();
  private final Who product = Who.component("alerts");

  PlantedWatch(PlantedTrail trail, PlantedViolations planted) {
    this.trail = trail;
    this.planted = planted;
  }

  void plant() throws SQLException {
    alerts();
    rules();
    removals();
    failures();
  }

  private void alerts() throws SQLException {
    UUID handled = raised(2, "new_places", UUID.randomUUID());
    trail
        .event(planted.day(3), "security_alert.acknowledged", ann)
        .on("security_alert", handled)
        .plant();
    UUID late = UUID.randomUUID();
    planted.is("Q12", alert(4, "new_places", late, UUID.randomUUID()).plant());
    trail.event(planted.day(12), "security_alert.resolved", ann).on("security_alert", late).plant();
    raised(28, "new_places", UUID.randomUUID());
    // A burst that somebody looked at is no exception.
    UUID key = UUID.randomUUID();
    Who robot = new Who("api_key", null, key.toString(), null);
    for (int i = 1; i <= 11; i++) {
      trail
          .event(planted.day(21).plusSeconds(i), "project.updated", robot)
          .on("project", UUID.randomUUID())
          .refused()
          .plant();
    }
    UUID burst = raised(21, "refusals", key);
    trail
        .event(planted.day(22), "security_alert.resolved", ann)
        .on("security_alert", burst)
        .plant();
  }

  private UUID raised(int day, String rule, UUID subject) throws SQLException {
    UUID alert = UUID.randomUUID();
    alert(day, rule, alert, subject).plant();
    return alert;
  }

  private Event alert(int day, String rule, UUID alert, UUID subject) {
    return trail
        .event(planted.day(day).plusSeconds(60), "security_alert.raised", product)
        .on("security_alert", alert)
        .change("rule", null, rule)
        .change("subject_id", null, subject.toString());
  }

  private void rules() throws SQLException {
    rule(23, ann, false, true).plant();
    planted.is("Q27", rule(24, ann, true, false).plant());
    Who robot = new Who("api_key", null, UUID.randomUUID().toString(), null);
    planted.is("Q22", rule(25, robot, false, true).plant());
    trail
        .event(planted.day(25), "role.released", Who.component("releases"))
        .on("role", UUID.randomUUID())
        .plant();
  }

  private Event rule(int day, Who who, boolean before, boolean after) {
    return trail
        .event(planted.day(day), "alert_rules.updated", who)
        .on("alert_rules", UUID.randomUUID())
        .change("new_places", Map.of("enabled", before), Map.of("enabled", after));
  }

  private void removals() throws SQLException {
    Instant at = planted.day(26);
    LocalDate due = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(DAYS);
    LocalDate month = due.withDayOfMonth(1);
    String root = "cm9vdA==";
    certified(at, month.minusMonths(1)).change("root", null, root).plant();
    planted.is("Q13", certified(at, month).change("root", null, root).plant());
    planted.is("Q34", certified(at, month.minusMonths(2)).plant());
  }

  private Event certified(Instant at, LocalDate month) {
    return trail
        .event(at, "retention.certified", Who.component("job:retention-cleanup"))
        .on("retention_archive", UUID.randomUUID())
        .change("month", null, month.toString())
        .change("days", null, DAYS)
        .change("archive_sha256", null, "a".repeat(64))
        .change("manifest_sha256", null, "b".repeat(64));
  }

  private void failures() throws SQLException {
    UUID resumed = UUID.randomUUID();
    UUID given = UUID.randomUUID();
    Who forwarding = Who.component("forwarding");
    for (UUID destination : new UUID[] {resumed, given}) {
      Event lost =
          trail
              .event(planted.day(26), "audit_forwarding.given_up", forwarding)
              .on("audit_forwarding", destination);
      String id = lost.plant();
      if (destination == given) {
        planted.is("Q35", id);
      }
    }
    trail
        .event(planted.day(26).plus(1, ChronoUnit.HOURS), "audit_forwarding.resumed", ann)
        .on("audit_forwarding", resumed)
        .plant();
    String changed =
        trail
            .event(planted.day(27), "audit.columns_changed", Who.component("audit:sealer"))
            .on("audit_event", UUID.randomUUID())
            .plant();
    planted.is("Q08", changed);
    planted.is("Q35", changed);
  }
}
