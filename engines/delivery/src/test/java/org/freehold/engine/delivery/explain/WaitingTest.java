package org.freehold.engine.delivery.explain;

import static org.freehold.engine.delivery.explain.Stories.HAPPENED;
import static org.freehold.engine.delivery.explain.Stories.MESSAGE;
import static org.freehold.engine.delivery.explain.Stories.NOW;
import static org.freehold.engine.delivery.explain.Stories.SOON;
import static org.freehold.engine.delivery.explain.Stories.SPREAD;
import static org.freehold.engine.delivery.explain.Stories.TIMEOUT;
import static org.freehold.engine.delivery.explain.Stories.asked;
import static org.freehold.engine.delivery.explain.Stories.endpoint;
import static org.freehold.engine.delivery.explain.Stories.pending;
import static org.freehold.engine.delivery.explain.Stories.queued;
import static org.freehold.engine.delivery.explain.Stories.says;
import static org.freehold.engine.delivery.explain.Stories.story;

import org.freehold.engine.delivery.explain.Explanation.Outcome;
import org.junit.jupiter.api.Test;

/** What a delivery that is still to be made waits for. */
class WaitingTest {
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
  void aReceiverThatHasNotAgreed() {
    DeliveryStory.Delivery due = pending(0, SPREAD, false, null);
    says(story(MESSAGE, asked("asked"), due), Outcome.PENDING, "consent_awaited", "is asked");
    says(story(MESSAGE, asked("refused"), due), Outcome.PENDING, "no_consent", "is skipped");
  }
}
