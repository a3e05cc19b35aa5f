package org.freehold.engine.delivery.explain;

import static org.freehold.engine.delivery.explain.Explainer.at;

import java.time.Instant;
import org.freehold.engine.delivery.explain.Explanation.Outcome;

/** Why a delivery has not arrived yet. */
final class Waiting {
  private final DeliveryStory story;
  private final Checks checks;

  Waiting(DeliveryStory story, Checks checks) {
    this.story = story;
    this.checks = checks;
  }

  Explanation explain() {
    DeliveryStory.Endpoint endpoint = story.endpoint();
    if (endpoint == null) {
      return waits("endpoint_deleted", "The endpoint was deleted: the delivery ends at its turn.");
    }
    if (!endpoint.status().equals("enabled")) {
      return waits(
          "endpoint_" + endpoint.status(),
          "The endpoint is "
              + endpoint.status()
              + EndpointWords.because(endpoint)
              + ": the delivery is skipped when its turn comes, unless it is enabled before.");
    }
    if ("asked".equals(endpoint.consent())) {
      return waits(
          "consent_awaited",
          "The receiver is asked whether it wants the calls, and nothing is sent before it agrees.");
    }
    if ("refused".equals(endpoint.consent())) {
      return waits(
          "no_consent",
          "The receiver has not agreed to be called: the delivery is skipped when its turn comes,"
              + " unless it agrees before.");
    }
    checks.pass("endpoint_enabled", "It is called.");
    Instant open = endpoint.breakerOpenUntil();
    if (open != null && open.isAfter(story.now())) {
      return waits(
          "breaker_open",
          "The endpoint failed so often that it is left alone until "
              + open
              + "; that uses up no attempt"
              + lastError()
              + ".");
    }
    return due(endpoint, story.delivery());
  }

  private Explanation due(DeliveryStory.Endpoint endpoint, DeliveryStory.Delivery delivery) {
    Instant next = delivery.nextAttemptAt();
    if (next == null || !next.isAfter(story.now())) {
      return waits(
          "due", "It is due, and is sent as soon as its turn has come" + lastError() + ".");
    }
    String then = at(next);
    if (delivery.attempts() > 0) {
      return waits(
          "waiting_for_retry",
          "Attempt "
              + delivery.attempts()
              + " failed"
              + lastError()
              + ". The next is due "
              + then
              + ".");
    }
    if (delivery.replayed()) {
      return waits("paced_by_replay", "Its replay sends it " + then + ", at the pace asked for.");
    }
    return endpoint.ratePerSecond() != null
        ? waits(
            "rate_limited",
            "The endpoint takes "
                + endpoint.ratePerSecond()
                + " a second, and others came first: its turn is "
                + then
                + ".")
        : waits("waiting", "Its first attempt is due " + then + ".");
  }

  private String lastError() {
    DeliveryStory.Attempt last = story.delivery().last();
    return last == null || last.error() == null
        ? ""
        : ": " + EndpointWords.error(last.error(), last.statusCode());
  }

  private Explanation waits(String code, String sentence) {
    checks.fail(code, sentence);
    return checks.explanation(Outcome.PENDING, code, sentence);
  }
}
