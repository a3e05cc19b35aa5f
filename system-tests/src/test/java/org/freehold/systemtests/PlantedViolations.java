package org.freehold.systemtests;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.systemtests.PlantedTrail.Who;

/**
 * A month in the life of a tenant in which every question that can be asked has something to find,
 * and something beside it that looks alike and is in order.
 */
final class PlantedViolations {
  final Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(60, ChronoUnit.DAYS);
  final Instant to = from.plus(30, ChronoUnit.DAYS);

  /** The ids of the events that are exceptions, by question. */
  final Map<String, List<String>> exceptions = new TreeMap<>();

  private final PlantedTrail trail;
  private final Who ann = Who.someone();
  private final Who bob = Who.someone();
  private final Who carl = Who.someone();
  private final Who dora = Who.someone();
  private final Who eve = Who.someone();

  private PlantedViolations(PlantedTrail trail) {
    this.trail = trail;
  }

  static PlantedViolations in(TestTenant tenant) throws SQLException {
    try (PlantedTrail trail = new PlantedTrail(tenant)) {
      PlantedViolations planted = new PlantedViolations(trail);
      planted.before();
      planted.people();
      planted.administration();
      planted.releases();
      planted.endpoints();
      planted.trailItself();
      new PlantedWatch(trail, planted).plant();
      trail.commit();
      return planted;
    }
  }

  void is(String question, String event) {
    exceptions.computeIfAbsent(question, none -> new ArrayList<>()).add(event);
  }

  Instant day(int day) {
    return from.plus(day, ChronoUnit.DAYS);
  }

  private void before() throws SQLException {
    UUID old = UUID.randomUUID();
    UUID rotated = UUID.randomUUID();
    is("Q23", trail.event(day(-400), "api_key.created", ann).on("api_key", old).plant());
    trail.event(day(-399), "api_key.created", ann).on("api_key", rotated).plant();
    trail.event(day(-200), "user.created", ann).on("user", carl.person()).plant();
    is("Q17", trail.event(day(-200), "user.created", ann).on("user", UUID.randomUUID()).plant());
    trail.event(day(-10), "api_key.rotated", ann).on("api_key", rotated).plant();
    trail
        .event(day(-398), "api_key.created", ann)
        .on("api_key", UUID.randomUUID())
        .change("expires_at", null, day(-300).toString())
        .plant();
  }

  private void people() throws SQLException {
    trail.event(day(1), "user.created", ann).on("user", bob.person()).plant();
    is(
        "Q18",
        trail
            .event(day(2), "user.updated", bob)
            .on("user", bob.person())
            .change("role", "member", "tenant_admin")
            .plant());
    is("Q16", active(3, bob, true, false));
    trail.event(day(4), "project.updated", bob).on("project", UUID.randomUUID()).plant();
    active(5, carl, true, false);
    active(6, carl, false, true);
    trail.event(day(7), "project.updated", carl).on("project", UUID.randomUUID()).plant();
    for (int i = 1; i <= 12; i++) {
      String refused =
          trail
              .event(day(10).plusSeconds(i), "project.updated", eve)
              .on("project", UUID.randomUUID())
              .refused()
              .plant();
      if (i == 10) {
        is("Q06", refused);
      }
    }
    refusedInOneMoment();
  }

  /** The tenth and the eleventh have the same time. */
  private void refusedInOneMoment() throws SQLException {
    List<String> refused = new ArrayList<>();
    for (int i = 1; i <= 11; i++) {
      refused.add(
          trail
              .event(day(15).plusSeconds(Math.min(i, 10)), "project.updated", dora)
              .on("project", UUID.randomUUID())
              .refused()
              .plant());
    }
    // Of the same moment, the one with the lower id has its place first.
    is("Q06", Collections.min(refused.subList(9, 11)));
  }

  private String active(int day, Who whom, boolean before, boolean after) throws SQLException {
    return trail
        .event(day(day), "user.updated", ann)
        .on("user", whom.person())
        .change("is_active", before, after)
        .plant();
  }

  private void administration() throws SQLException {
    UUID role = UUID.randomUUID();
    UUID kept = UUID.randomUUID();
    trail.event(day(8), "role.created", ann).on("role", role).plant();
    is("Q03", trail.event(day(8), "role.updated", ann.withoutSession()).on("role", role).plant());
    String byJob =
        trail.event(day(9), "role.updated", Who.component("job:any")).on("role", role).plant();
    is("Q07", byJob);
    is("Q22", byJob);
    trail.event(day(11), "environment.created", ann).on("environment", kept).plant();
    trail.event(day(11).plusSeconds(1), "environment.deleted", ann).on("environment", kept).plant();
    is(
        "Q09",
        trail
            .event(day(11).plusSeconds(2), "environment.deleted", ann)
            .on("environment", UUID.randomUUID())
            .plant());
  }

  private void releases() throws SQLException {
    promoted(12, dora);
    is("Q21", promoted(13, ann));
  }

  private String promoted(int day, Who approver) throws SQLException {
    UUID release = UUID.randomUUID();
    step(day, 0, "release.approved", approver, release);
    step(day, 1, "release.promotion_requested", ann, release);
    return step(day, 2, "release.promoted", Who.component("releases"), release);
  }

  private String step(int day, int second, String action, Who who, UUID release)
      throws SQLException {
    return trail
        .event(day(day).plusSeconds(second), action, who)
        .on("release", release)
        .change("environment", null, "production")
        .plant();
  }

  private void endpoints() throws SQLException {
    UUID cured = UUID.randomUUID();
    endpoint(14, "webhook_endpoint.created", cured, "https://hooks.example/");
    is("Q31", endpoint(14, "webhook_endpoint.created", UUID.randomUUID(), "http://hooks.example/"));
    Who product = Who.component("webhooks");
    trail
        .event(day(15), "webhook_endpoint.disabled", product)
        .on("webhook_endpoint", cured)
        .plant();
    is(
        "Q35",
        trail
            .event(day(15).plusSeconds(1), "webhook_endpoint.disabled", product)
            .on("webhook_endpoint", UUID.randomUUID())
            .plant());
    endpoint(16, "webhook_endpoint.updated", cured, "https://hooks.example/new");
  }

  private String endpoint(int day, String action, UUID id, String url) throws SQLException {
    return trail
        .event(day(day), action, ann)
        .on("webhook_endpoint", id)
        .change("url", null, url)
        .plant();
  }

  private void trailItself() throws SQLException {
    trail.event(day(17), "audit.exported", ann).on("audit_log", null).plant();
    is("Q05", trail.event(day(17).plusSeconds(1), "audit.exported", eve).refused().plant());
    String missing =
        trail
            .event(day(18), "audit.event_missing", Who.component("audit:sealer"))
            .on("audit_event", UUID.randomUUID())
            .plant();
    is("Q08", missing);
    is("Q35", missing);
    is("Q01", trail.event(day(19), "project.updated", dora).plant());
    trail.event(day(20), "project.updated", dora).on("project", UUID.randomUUID()).plant();
    is(
        "Q14",
        trail
            .event(day(20).plusSeconds(1), "project.updated", dora)
            .on("project", UUID.randomUUID())
            .toldAsEarlierBy(Duration.ofMinutes(10))
            .plant());
  }
}
