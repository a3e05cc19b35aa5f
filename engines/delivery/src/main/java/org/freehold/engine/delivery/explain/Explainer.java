package org.freehold.engine.delivery.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.freehold.engine.delivery.EventPattern;
import org.freehold.engine.delivery.explain.Explanation.Outcome;

/**
 * Says why a message did or did not reach an endpoint. A delivery on record is the truth; without
 * one the endpoint is held against the message, as far as it is still what it was then.
 */
public final class Explainer {
  /** Deliveries are made within a second or two; what takes longer is told to the operator. */
  private static final Duration SPREAD_BY_THEN = Duration.ofMinutes(2);

  private final DeliveryStory story;
  private final Checks checks = new Checks();

  private Explainer(DeliveryStory story) {
    this.story = story;
  }

  public static Explanation explain(DeliveryStory story) {
    return new Explainer(story).told();
  }

  private Explanation told() {
    if (story.message() == null) {
      return fails(
          Outcome.UNKNOWN,
          "message_unknown",
          "There is no message with this id, or it is not kept any more.");
    }
    checks.pass(
        "message_known",
        "It is a " + story.message().type() + " of " + at(story.message().createdAt()) + ".");
    if (story.delivery() != null) {
      return delivery(story.delivery());
    }
    if (story.endpoint() == null) {
      return fails(
          Outcome.UNKNOWN,
          "endpoint_unknown",
          "There is no endpoint with this id, and of this message nothing was sent to one with it.");
    }
    checks.pass("endpoint_known", "It is " + story.endpoint().status() + " now.");
    return story.message().spreadAt() == null ? unspread() : unwanted();
  }

  private Explanation unspread() {
    Duration waited = Duration.between(story.message().createdAt(), story.now());
    String since =
        "The message is of " + at(story.message().createdAt()) + ", and who wants it is ";
    return waited.compareTo(SPREAD_BY_THEN) < 0
        ? fails(Outcome.NOT_YET_SPREAD, "not_yet_spread", since + "being found out just now.")
        : fails(
            Outcome.NOT_YET_SPREAD,
            "spreading_is_late",
            since + "still not found out: that is a fault of ours, which the operator is told of.");
  }

  private Explanation unwanted() {
    DeliveryStory.Message message = story.message();
    DeliveryStory.Endpoint endpoint = story.endpoint();
    checks.pass("message_spread", "Who wants it was found out " + at(message.spreadAt()) + ".");
    if (endpoint.createdAt().isAfter(message.spreadAt())) {
      return fails(
          Outcome.NOT_WANTED,
          "endpoint_created_later",
          "The endpoint was made "
              + at(endpoint.createdAt())
              + ", after the message had gone to those who wanted it.");
    }
    checks.pass("endpoint_older", "It was made " + at(endpoint.createdAt()) + ".");
    if (endpoint.patterns().stream().noneMatch(p -> new EventPattern(p).matches(message.type()))) {
      return fails(
          Outcome.NOT_WANTED,
          "type_not_wanted",
          "The endpoint wants "
              + String.join(", ", endpoint.patterns())
              + ", and the message is a "
              + message.type()
              + ".");
    }
    checks.pass("type_wanted", "It wants " + String.join(", ", endpoint.patterns()) + ".");
    if (endpoint.workspace() != null && !endpoint.workspace().equals(message.workspace())) {
      return fails(
          Outcome.NOT_WANTED,
          "other_workspace",
          "The endpoint hears of workspace "
              + endpoint.workspace()
              + " only, and this happened in "
              + (message.workspace() == null ? "none" : message.workspace())
              + ".");
    }
    checks.pass("workspace_heard", "It hears of the workspace in which this happened.");
    return filtered(endpoint);
  }

  private Explanation filtered(DeliveryStory.Endpoint endpoint) {
    List<DeliveryStory.Filter> failing =
        endpoint.filters().stream().filter(filter -> !filter.matches()).toList();
    if (!failing.isEmpty()) {
      return fails(Outcome.NOT_WANTED, "filter_not_matched", filterSentence(failing));
    }
    checks.pass("filters_match", "All of its " + endpoint.filters().size() + " filters match.");
    if (endpoint.updatedAt().isAfter(story.message().spreadAt())) {
      return fails(
          Outcome.NOT_WANTED,
          "endpoint_changed_since",
          "The endpoint would want it now, and did not then: it was changed "
              + at(endpoint.updatedAt())
              + ". A replay sends only what an endpoint wanted when it happened.");
    }
    return fails(
        Outcome.UNKNOWN,
        "delivery_missing",
        "The endpoint wanted it, and no delivery is on record: that is a fault of ours, which the"
            + " ledger tells the operator of.");
  }

  private static String filterSentence(List<DeliveryStory.Filter> failing) {
    return "What the endpoint filters by does not hold of this message: "
        + failing.stream().map(DeliveryStory.Filter::text).collect(Collectors.joining("; "))
        + ".";
  }

  private Explanation delivery(DeliveryStory.Delivery delivery) {
    if (story.endpoint() == null) {
      checks.fail("endpoint_known", "It was deleted since.");
    } else {
      checks.pass("endpoint_known", "It is " + story.endpoint().status() + " now.");
    }
    checks.pass(
        "delivery_made",
        "The endpoint wanted it, and its delivery was made " + at(delivery.createdAt()) + ".");
    return switch (delivery.status()) {
      case "delivered" -> delivered(delivery);
      case "pending" -> new Waiting(story, checks).explain();
      default -> new Ended(story, checks).explain();
    };
  }

  private Explanation delivered(DeliveryStory.Delivery delivery) {
    String sentence =
        "It arrived "
            + at(delivery.endedAt())
            + ", at attempt "
            + delivery.attempts()
            + answer(delivery.last())
            + ".";
    checks.pass("delivered", sentence);
    return checks.explanation(Outcome.DELIVERED, "delivered", sentence);
  }

  private static String answer(DeliveryStory.Attempt last) {
    return last == null || last.statusCode() == null
        ? ""
        : ", and the receiver answered " + last.statusCode();
  }

  private Explanation fails(Outcome outcome, String code, String sentence) {
    checks.fail(code, sentence);
    return checks.explanation(outcome, code, sentence);
  }

  /** As sentences tell a moment, to the second. */
  static String at(Instant moment) {
    return "at " + moment.truncatedTo(ChronoUnit.SECONDS);
  }
}
