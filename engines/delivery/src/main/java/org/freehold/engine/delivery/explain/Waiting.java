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
    if (next != null && next.isAfter(story.now())) {
      return later(delivery, at(next));
    }
    DeliveryStory.Place place = delivery.place();
    if (place != null && place.faults() > 0) {
      return waits(
          "server_fault",
          "Something of ours was in the way, which the operator is told of when it lasts; that uses"
              + " up no attempt. It is tried again "
              + at(place.dueAt())
              + ".");
    }
    boolean putOff = place != null && place.dueAt().isAfter(story.now());
    if (endpoint.callsPerMinute() != null && (putOff || place != null && place.others() > 0)) {
      return waits(
          "rate_limited",
          "The endpoint takes "
              + rate(endpoint.callsPerMinute())
              + ", and "
              + others(place.others())
              + " others may come first"
              + (putOff ? ": its turn is not before " + place.dueAt() + "." : "."));
    }
    if (putOff) {
      return waits("waiting", "It had its turn, and is looked at again " + at(place.dueAt()) + ".");
    }
    return delivery.replayed()
        ? waits("due", "It is due once more by a replay, and goes behind what happens now.")
        : waits("due", "It is due, and is sent as soon as its turn has come" + lastError() + ".");
  }

  private Explanation later(DeliveryStory.Delivery delivery, String then) {
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
    if (delivery.last() != null) {
      return waits(
          "waiting_for_retry",
          "A call failed, which used up no attempt"
              + lastError()
              + ". The next is due "
              + then
              + ".");
    }
    return waits("waiting", "Its first attempt is due " + then + ".");
  }

  private static String others(int counted) {
    return counted < DeliveryStory.Place.MOST_COUNTED ? "" + counted : "at least " + counted;
  }

  private static String rate(int perMinute) {
    return perMinute % 60 == 0 ? perMinute / 60 + " calls a second" : perMinute + " calls a minute";
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
