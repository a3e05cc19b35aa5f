package org.freehold.engine.delivery.explain;

import static org.freehold.engine.delivery.explain.Explainer.at;

import org.freehold.engine.delivery.explain.Explanation.Outcome;

/** Why a delivery was skipped or given up. */
final class Ended {
  private static final String REPLAY = " It can be replayed.";

  private final DeliveryStory story;
  private final Checks checks;

  Ended(DeliveryStory story, Checks checks) {
    this.story = story;
    this.checks = checks;
  }

  Explanation explain() {
    DeliveryStory.Delivery delivery = story.delivery();
    boolean skipped = delivery.status().equals("skipped");
    String reason = delivery.reason() == null ? "unspecified" : delivery.reason();
    String sentence = skipped ? skipped(reason) : exhausted(reason, delivery);
    checks.fail(reason, sentence);
    return checks.explanation(skipped ? Outcome.SKIPPED : Outcome.EXHAUSTED, reason, sentence);
  }

  private String skipped(String reason) {
    String then = story.delivery().endedAt() == null ? "then" : at(story.delivery().endedAt());
    return switch (reason) {
      case "endpoint_paused" -> "The endpoint was paused " + then + "." + now();
      case "endpoint_disabled" ->
          "The endpoint was disabled "
              + then
              + (story.endpoint() == null ? "" : EndpointWords.because(story.endpoint()))
              + "."
              + now();
      case "endpoint_deleted" -> "The endpoint was deleted before its turn came.";
      case "no_consent" ->
          "The receiver had not agreed to be called. The delivery can be replayed when it has.";
      case "quota_exceeded" ->
          "The messages that the plan allows in a month were used up " + then + "." + REPLAY;
      case "filtered" -> "What the endpoint filters by did not hold of this message.";
      case "message_forgotten" -> "The message was older than what is kept when its turn came.";
      case "replay_cancelled" -> "Its replay was cancelled before it was sent.";
      default -> "It was skipped " + then + " (" + reason + ")." + REPLAY;
    };
  }

  private String now() {
    return story.endpoint() != null && story.endpoint().status().equals("enabled")
        ? " It is enabled again: the delivery can be replayed."
        : " It can be replayed when the endpoint is enabled.";
  }

  private String exhausted(String reason, DeliveryStory.Delivery delivery) {
    DeliveryStory.Attempt last = delivery.last();
    String error =
        last == null || last.error() == null
            ? ""
            : " At the last, "
                + at(last.at())
                + ", "
                + EndpointWords.error(last.error(), last.statusCode())
                + ".";
    return switch (reason) {
      case "retries_exhausted" ->
          "All " + delivery.attempts() + " attempts failed." + error + REPLAY;
      case "gone" -> "The receiver answered 410 Gone, and is not called any more.";
      case "endpoint_deleted" -> "The endpoint was deleted before it arrived." + error;
      default -> "It was given up (" + reason + ")." + error + REPLAY;
    };
  }
}
