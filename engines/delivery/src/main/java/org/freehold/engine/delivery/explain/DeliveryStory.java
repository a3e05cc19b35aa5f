package org.freehold.engine.delivery.explain;

import java.time.Instant;
import java.util.List;

/**
 * What is on record of one message and one endpoint.
 *
 * @param message null when there is none by that id
 * @param endpoint null when there is none by that id, or none any more
 * @param delivery the last that was made of the one to the other; null for none
 */
public record DeliveryStory(Message message, Endpoint endpoint, Delivery delivery, Instant now) {
  /**
   * @param workspace null when it happened in none
   * @param spreadAt when its deliveries were made; null for not yet
   */
  public record Message(String type, String workspace, Instant createdAt, Instant spreadAt) {}

  /**
   * As it is now.
   *
   * @param status {@code enabled}, {@code paused} or {@code disabled}
   * @param statusReason why the product disabled it, or null
   * @param patterns the types that it wants
   * @param workspace the only one that it hears of; null for all
   * @param callsPerMinute the most that it or its receiver wishes; null without a limit
   * @param consent {@code asked}, {@code granted} or {@code refused}; null when none is demanded
   * @param breakerOpenUntil when it is tried again after failing too often; null when it is called
   */
  public record Endpoint(
      Instant createdAt,
      Instant updatedAt,
      String status,
      String statusReason,
      List<String> patterns,
      String workspace,
      List<Filter> filters,
      Integer callsPerMinute,
      String consent,
      Instant breakerOpenUntil) {}

  /**
   * One of its filters, held against this message.
   *
   * @param text as a person reads it: {@code data.priority eq "high"}
   */
  public record Filter(String text, boolean matches) {}

  /**
   * @param status {@code pending}, {@code delivered}, {@code exhausted} or {@code skipped}
   * @param reason why it was skipped or given up; null otherwise
   * @param replayed whether it is one of a replay, which goes behind what happens now
   * @param attempts those that count
   * @param nextAttemptAt null when none is due
   * @param last null before the first
   * @param place null when it is not in the queue
   */
  public record Delivery(
      String status,
      String reason,
      boolean replayed,
      Instant createdAt,
      Instant endedAt,
      int attempts,
      Instant nextAttemptAt,
      Attempt last,
      Place place) {}

  /**
   * Where in the queue it is.
   *
   * @param dueAt it is not looked at before
   * @param others to the same endpoint that are due no later, {@link #MOST_COUNTED} at the most
   * @param faults how often something of ours was in the way
   */
  public record Place(Instant dueAt, int others, int faults) {
    /** Nobody counts further: so many others are so many or more. */
    public static final int MOST_COUNTED = 1000;
  }

  /**
   * One call.
   *
   * @param error the class of what went wrong; null for an answer of 2xx
   * @param statusCode null without an answer
   */
  public record Attempt(Instant at, String error, Integer statusCode) {}
}
