package org.freehold.engine.delivery.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.freehold.engine.delivery.explain.Explanation.Outcome;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final Instant MADE = Instant.parse("2026-01-10T08:00:00Z");
  private static final Instant HAPPENED = Instant.parse("2026-01-15T12:00:00Z");
  private static final Instant SPREAD = Instant.parse("2026-01-15T12:00:01Z");
  private static final Instant NOW = Instant.parse("2026-01-15T12:30:00Z");
  private static final Instant SOON = Instant.parse("2026-01-15T12:34:00Z");

  private static final DeliveryStory.Message MESSAGE =
      new DeliveryStory.Message("project.created", null, HAPPENED, SPREAD);
  private static final DeliveryStory.Attempt TIMEOUT =
      new DeliveryStory.Attempt(HAPPENED, "timeout", null);

  @Test
  void anUnknownMessage() {
    says(
        new DeliveryStory(null, endpoint("enabled"), null, NOW),
        Outcome.UNKNOWN,
        "message_unknown",
        "no message with this id");
  }

  @Test
  void anUnknownEndpoint() {
    says(story(MESSAGE, null, null), Outcome.UNKNOWN, "endpoint_unknown", "no endpoint");
  }

  @Test
  void aMessageOfAMomentAgo() {
    DeliveryStory.Message fresh =
        new DeliveryStory.Message("project.created", null, NOW.minusSeconds(1), null);
    says(
        story(fresh, endpoint("enabled"), null),
        Outcome.NOT_YET_SPREAD,
        "not_yet_spread",
        "just now");
  }

  @Test
  void aMessageThatShouldHaveGoneLongAgo() {
    DeliveryStory.Message old =
        new DeliveryStory.Message("project.created", null, NOW.minusSeconds(121), null);
    says(
        story(old, endpoint("enabled"), null),
        Outcome.NOT_YET_SPREAD,
        "spreading_is_late",
        "the operator is told");
  }

  @Test
  void anEndpointThatCameLater() {
    says(
        story(MESSAGE, endpoint(NOW, NOW, List.of("*"), null, List.of()), null),
        Outcome.NOT_WANTED,
        "endpoint_created_later",
        "made at 2026-01-15T12:30:00Z");
  }

  @Test
  void aTypeThatIsNotWanted() {
    List<String> patterns = List.of("task.*", "file.uploaded");
    says(
        story(MESSAGE, endpoint(MADE, MADE, patterns, null, List.of()), null),
        Outcome.NOT_WANTED,
        "type_not_wanted",
        "task.*, file.uploaded");
  }

  @Test
  void anotherWorkspace() {
    says(
        story(MESSAGE, endpoint(MADE, MADE, List.of("*"), "sales", List.of()), null),
        Outcome.NOT_WANTED,
        "other_workspace",
        "workspace sales only, and this happened in none");
  }

  @Test
  void aFilterThatDoesNotHold() {
    List<DeliveryStory.Filter> filters =
        List.of(
            new DeliveryStory.Filter("data.name exists", true),
            new DeliveryStory.Filter("data.priority eq \"high\"", false));
    assertThat(
            says(
                    story(MESSAGE, endpoint(MADE, MADE, List.of("*"), null, filters), null),
                    Outcome.NOT_WANTED,
                    "filter_not_matched",
                    "data.priority eq \"high\"")
                .sentence())
        .doesNotContain("data.name");
  }

  @Test
  void anEndpointThatWasChangedSince() {
    says(
        story(MESSAGE, endpoint(MADE, NOW, List.of("*"), null, List.of()), null),
        Outcome.NOT_WANTED,
        "endpoint_changed_since",
        "changed at 2026-01-15T12:30:00Z");
  }

  @Test
  void aDeliveryThatShouldBeThere() {
    says(
        story(MESSAGE, endpoint("enabled"), null),
        Outcome.UNKNOWN,
        "delivery_missing",
        "a fault of ours");
  }

  @Test
  void pausedThen() {
    says(
        story(MESSAGE, endpoint("enabled"), skipped("endpoint_paused")),
        Outcome.SKIPPED,
        "endpoint_paused",
        "paused at 2026-01-15T12:00:01Z. It is enabled again");
  }

  @Test
  void disabledSinceWithTheReason() {
    says(
        story(MESSAGE, endpoint("disabled"), skipped("endpoint_disabled")),
        Outcome.SKIPPED,
        "endpoint_disabled",
        "disabled at 2026-01-15T12:00:01Z (The receiver answered 410 Gone)");
  }

  @Test
  void theQuotaUsedUp() {
    says(
        story(MESSAGE, endpoint("enabled"), skipped("quota_exceeded")),
        Outcome.SKIPPED,
        "quota_exceeded",
        "used up");
  }

  @Test
  void skippedByAFilterOrACancelledReplay() {
    says(
        story(MESSAGE, endpoint("enabled"), skipped("filtered")),
        Outcome.SKIPPED,
        "filtered",
        "filters");
    says(
        story(MESSAGE, endpoint("enabled"), skipped("replay_cancelled")),
        Outcome.SKIPPED,
        "replay_cancelled",
        "cancelled");
  }

  @Test
  void theBreakerIsOpen() {
    says(
        story(
            MESSAGE, endpoint("enabled", null, SOON), pending(1, SOON.plusSeconds(5), false, null)),
        Outcome.PENDING,
        "breaker_open",
        "left alone until 2026-01-15T12:34:00Z");
  }

  @Test
  void theBreakerWasOpenAndIsNotAnyMore() {
    says(
        story(MESSAGE, endpoint("enabled", null, HAPPENED), pending(1, SOON, false, TIMEOUT)),
        Outcome.PENDING,
        "waiting_for_retry",
        "did not answer in time. The next is due at 2026-01-15T12:34:00Z");
  }

  @Test
  void rateLimited() {
    says(
        story(MESSAGE, endpoint("enabled", 300, null), queued(0, SPREAD, 7, 0)),
        Outcome.PENDING,
        "rate_limited",
        "takes 5 calls a second, and 7 others may come first.");
    says(
        story(MESSAGE, endpoint("enabled", 300, null), queued(0, SPREAD, 1000, 0)),
        Outcome.PENDING,
        "rate_limited",
        "takes 5 calls a second, and at least 1000 others may come first.");
    says(
        story(MESSAGE, endpoint("enabled", 90, null), queued(1, SOON, 0, 0)),
        Outcome.PENDING,
        "rate_limited",
        "takes 90 calls a minute, and 0 others may come first: its turn is not before"
            + " 2026-01-15T12:34:00Z");
    says(
        story(MESSAGE, endpoint("enabled", 300, null), queued(0, SPREAD, 0, 0)),
        Outcome.PENDING,
        "due",
        "its turn");
  }

  @Test
  void putOffWithNothingAttempted() {
    says(
        story(MESSAGE, endpoint("enabled"), queued(0, SOON, 7, 0)),
        Outcome.PENDING,
        "waiting",
        "looked at again at 2026-01-15T12:34:00Z");
    says(
        story(MESSAGE, endpoint("enabled", 300, null), queued(0, SOON, 7, 2)),
        Outcome.PENDING,
        "server_fault",
        "tried again at 2026-01-15T12:34:00Z");
  }

  @Test
  void whatFailedThroughNoFaultOfTheReceiver() {
    says(
        story(MESSAGE, endpoint("enabled"), pending(0, SOON, false, TIMEOUT)),
        Outcome.PENDING,
        "waiting_for_retry",
        "used up no attempt: the receiver did not answer in time. The next is due at");
  }

  @Test
  void theTurnOfAReplay() {
    says(
        story(MESSAGE, endpoint("enabled", 300, null), pending(0, SPREAD, true, null)),
        Outcome.PENDING,
        "due",
        "behind what happens now");
  }

  @Test
  void dueAndWaiting() {
    DeliveryStory.Endpoint endpoint = endpoint("enabled");
    says(
        story(MESSAGE, endpoint, pending(0, NOW, false, null)), Outcome.PENDING, "due", "its turn");
    says(
        story(MESSAGE, endpoint, pending(0, SOON, false, null)),
        Outcome.PENDING,
        "waiting",
        "first attempt is due at 2026-01-15T12:34:00Z");
  }

  @Test
  void pausedOrDeletedWhileItWaits() {
    says(
        story(MESSAGE, endpoint("paused"), pending(1, SOON, false, TIMEOUT)),
        Outcome.PENDING,
        "endpoint_paused",
        "skipped when its turn comes");
    says(
        story(MESSAGE, null, pending(1, SOON, false, TIMEOUT)),
        Outcome.PENDING,
        "endpoint_deleted",
        "deleted");
  }

  @Test
  void exhaustedWithTheLastErrorInPlainWords() {
    DeliveryStory.Attempt last = new DeliveryStory.Attempt(SPREAD, "server_error", 503);
    says(
        story(MESSAGE, endpoint("enabled"), exhausted("retries_exhausted", last)),
        Outcome.EXHAUSTED,
        "retries_exhausted",
        "All 12 attempts failed. At the last, at 2026-01-15T12:00:01Z, the receiver answered 503.");
  }

  @Test
  void goneAndDeleted() {
    says(
        story(MESSAGE, endpoint("disabled"), exhausted("gone", TIMEOUT)),
        Outcome.EXHAUSTED,
        "gone",
        "410 Gone");
    says(
        story(MESSAGE, null, exhausted("endpoint_deleted", TIMEOUT)),
        Outcome.EXHAUSTED,
        "endpoint_deleted",
        "deleted before it arrived");
  }

  @Test
  void delivered() {
    DeliveryStory.Delivery delivery =
        new DeliveryStory.Delivery(
            "delivered",
            null,
            false,
            SPREAD,
            SPREAD,
            2,
            null,
            new DeliveryStory.Attempt(SPREAD, null, 204),
            null);
    Explanation told =
        says(
            story(MESSAGE, endpoint("enabled"), delivery),
            Outcome.DELIVERED,
            "delivered",
            "arrived at 2026-01-15T12:00:01Z, at attempt 2, and the receiver answered 204.");
    assertThat(told.checks()).allMatch(Explanation.Check::passed);
  }

  @Test
  void everyErrorHasWordsOfItsOwn() {
    List<String> errors =
        List.of(
            "dns",
            "forbidden_address",
            "no_consent",
            "connection",
            "tls",
            "timeout",
            "redirect",
            "client_error",
            "protocol");
    assertThat(errors.stream().map(error -> EndpointWords.error(error, 404)))
        .doesNotHaveDuplicates()
        .noneMatch(words -> words.startsWith("it failed"));
  }

  private static Explanation says(DeliveryStory story, Outcome outcome, String code, String words) {
    Explanation told = Explainer.explain(story);
    assertThat(told.outcome()).as(told.sentence()).isEqualTo(outcome);
    assertThat(told.code()).isEqualTo(code);
    assertThat(told.sentence()).contains(words);
    Explanation.Check last = told.checks().get(told.checks().size() - 1);
    assertThat(last)
        .isEqualTo(new Explanation.Check(code, outcome == Outcome.DELIVERED, told.sentence()));
    return told;
  }

  private static DeliveryStory story(
      DeliveryStory.Message message,
      DeliveryStory.Endpoint endpoint,
      DeliveryStory.Delivery delivery) {
    return new DeliveryStory(message, endpoint, delivery, NOW);
  }

  @Test
  void aReceiverThatHasNotAgreed() {
    DeliveryStory.Delivery due = pending(0, SPREAD, false, null);
    says(story(MESSAGE, asked("asked"), due), Outcome.PENDING, "consent_awaited", "is asked");
    says(story(MESSAGE, asked("refused"), due), Outcome.PENDING, "no_consent", "is skipped");
    says(
        story(MESSAGE, asked("refused"), skipped("no_consent")),
        Outcome.SKIPPED,
        "no_consent",
        "can be replayed");
  }

  private static DeliveryStory.Endpoint asked(String consent) {
    return new DeliveryStory.Endpoint(
        MADE, MADE, "enabled", null, List.of("*"), null, List.of(), null, consent, null);
  }

  private static DeliveryStory.Endpoint endpoint(String status) {
    return endpoint(status, null, null);
  }

  private static DeliveryStory.Endpoint endpoint(String status, Integer rate, Instant open) {
    String reason = status.equals("disabled") ? "The receiver answered 410 Gone." : null;
    return new DeliveryStory.Endpoint(
        MADE, MADE, status, reason, List.of("*"), null, List.of(), rate, null, open);
  }

  private static DeliveryStory.Endpoint endpoint(
      Instant made,
      Instant changed,
      List<String> patterns,
      String workspace,
      List<DeliveryStory.Filter> filters) {
    return new DeliveryStory.Endpoint(
        made, changed, "enabled", null, patterns, workspace, filters, null, null, null);
  }

  private static DeliveryStory.Delivery skipped(String reason) {
    return new DeliveryStory.Delivery(
        "skipped", reason, false, SPREAD, SPREAD, 0, null, null, null);
  }

  private static DeliveryStory.Delivery exhausted(String reason, DeliveryStory.Attempt last) {
    return new DeliveryStory.Delivery(
        "exhausted", reason, false, SPREAD, SPREAD, 12, null, last, null);
  }

  private static DeliveryStory.Delivery pending(
      int attempts, Instant next, boolean replayed, DeliveryStory.Attempt last) {
    return new DeliveryStory.Delivery(
        "pending", null, replayed, SPREAD, null, attempts, next, last, null);
  }

  /** Whose attempt is due by the schedule. */
  private static DeliveryStory.Delivery queued(
      int attempts, Instant dueAt, int others, int faults) {
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
