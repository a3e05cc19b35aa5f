package org.freehold.cli.rest;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Looks at something again and again until it is over. A server may restart meanwhile: only when
 * nothing was heard of it for two minutes that is the end.
 */
final class Watching {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private final InstantSource clock;
  private Instant heard;

  Watching(InstantSource clock) {
    this.clock = clock;
    heard = clock.instant();
  }

  /**
   * What is looked at as it was left; a {@code look} that takes long says when it heard of the
   * server.
   */
  JsonObject toTheEnd(
      JsonObject first, Predicate<JsonObject> isOver, UnaryOperator<JsonObject> look) {
    JsonObject now = first;
    while (!isOver.test(now)) {
      try {
        now = look.apply(now);
        heard();
      } catch (Failure failure) {
        if (!failure.isPassing() || heard.plus(SILENCE).isBefore(clock.instant())) {
          throw failure;
        }
      }
      if (!isOver.test(now)) {
        pause();
      }
    }
    return now;
  }

  /** The server is there. */
  void heard() {
    heard = clock.instant();
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", "What was begun goes on.", e);
    }
  }
}
