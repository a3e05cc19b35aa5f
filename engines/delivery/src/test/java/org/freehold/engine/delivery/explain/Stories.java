package org.freehold.engine.delivery.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.freehold.engine.delivery.explain.Explanation.Outcome;

/** What may have become of a message, and what must be told of it. */
final class Stories {
  static final Instant MADE = Instant.parse("2026-01-10T08:00:00Z");
  static final Instant HAPPENED = Instant.parse("2026-01-15T12:00:00Z");
  static final Instant SPREAD = Instant.parse("2026-01-15T12:00:01Z");
  static final Instant NOW = Instant.parse("2026-01-15T12:30:00Z");
  static final Instant SOON = Instant.parse("2026-01-15T12:34:00Z");

  static final DeliveryStory.Message MESSAGE =
      new DeliveryStory.Message("project.created", null, HAPPENED, SPREAD);
  static final DeliveryStory.Attempt TIMEOUT = new DeliveryStory.Attempt(HAPPENED, "timeout", null);

  private Stories() {}

  static Explanation says(DeliveryStory story, Outcome outcome, String code, String words) {
    Explanation told = Explainer.explain(story);
    assertThat(told.outcome()).as(told.sentence()).isEqualTo(outcome);
    assertThat(told.code()).isEqualTo(code);
    assertThat(told.sentence()).contains(words);
    Explanation.Check last = told.checks().get(told.checks().size() - 1);
    assertThat(last)
        .isEqualTo(new Explanation.Check(code, outcome == Outcome.DELIVERED, told.sentence()));
    return told;
  }

  static DeliveryStory story(
      DeliveryStory.Message message,
      DeliveryStory.Endpoint endpoint,
      DeliveryStory.Delivery delivery) {
    return new DeliveryStory(message, endpoint, delivery, NOW);
  }

  static DeliveryStory.Endpoint asked(String consent) {
    return new DeliveryStory.Endpoint(
        MADE, MADE, "enabled", null, List.of("*"), null, List.of(), null, consent, null);
  }

  static DeliveryStory.Endpoint endpoint(String status) {
    return endpoint(status, null, null);
  }

  static DeliveryStory.Endpoint endpoint(String status, Integer rate, Instant open) {
    String reason = status.equals("disabled") ? "The receiver answered 410 Gone." : null;
    return new DeliveryStory.Endpoint(
        MADE, MADE, status, reason, List.of("*"), null, List.of(), rate, null, open);
  }

  static DeliveryStory.Endpoint endpoint(
      Instant made,
      Instant changed,
      List<String> patterns,
      String workspace,
      List<DeliveryStory.Filter> filters) {
    return new DeliveryStory.Endpoint(
        made, changed, "enabled", null, patterns, workspace, filters, null, null, null);
  }

  static DeliveryStory.Delivery skipped(String reason) {
    return new DeliveryStory.Delivery(
        "skipped", reason, false, SPREAD, SPREAD, 0, null, null, null);
  }

  static DeliveryStory.Delivery exhausted(String reason, DeliveryStory.Attempt last) {
    return new DeliveryStory.Delivery(
        "exhausted", reason, false, SPREAD, SPREAD, 12, null, last, null);
  }

  static DeliveryStory.Delivery pending(
      int attempts, Instant next, boolean replayed, DeliveryStory.Attempt last) {
    return new DeliveryStory.Delivery(
        "pending", null, replayed, SPREAD, null, attempts, next, last, null);
  }

  /** Whose attempt is due by the schedule. */
  static DeliveryStory.Delivery queued(int attempts, Instant dueAt, int others, int faults) {
    return new DeliveryStory.Delivery(
        "pending",
        null,
        false,
        SPREAD,
        null,
        attempts,
        SPREAD,
        null,
        new DeliveryStory.Place(dueAt, others, faults));
  }
}
