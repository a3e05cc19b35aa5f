package org.freehold.engine.delivery.explain;

import static org.freehold.engine.delivery.explain.Stories.MESSAGE;
import static org.freehold.engine.delivery.explain.Stories.SPREAD;
import static org.freehold.engine.delivery.explain.Stories.TIMEOUT;
import static org.freehold.engine.delivery.explain.Stories.asked;
import static org.freehold.engine.delivery.explain.Stories.endpoint;
import static org.freehold.engine.delivery.explain.Stories.exhausted;
import static org.freehold.engine.delivery.explain.Stories.says;
import static org.freehold.engine.delivery.explain.Stories.skipped;
import static org.freehold.engine.delivery.explain.Stories.story;

import org.freehold.engine.delivery.explain.Explanation.Outcome;
import org.junit.jupiter.api.Test;

/** Why a delivery ended without having arrived. */
class EndedTest {
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
  void aReceiverThatDidNotAgree() {
    says(
        story(MESSAGE, asked("refused"), skipped("no_consent")),
        Outcome.SKIPPED,
        "no_consent",
        "can be replayed");
  }

  @Test
  void skippedBecauseOfWhatIsGone() {
    says(
        story(MESSAGE, null, skipped("endpoint_deleted")),
        Outcome.SKIPPED,
        "endpoint_deleted",
        "deleted before its turn came");
    says(
        story(MESSAGE, endpoint("enabled"), skipped("message_forgotten")),
        Outcome.SKIPPED,
        "message_forgotten",
        "older than what is kept");
  }
}
