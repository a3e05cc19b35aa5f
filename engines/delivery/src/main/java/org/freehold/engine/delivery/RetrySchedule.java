package org.freehold.engine.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is tried again: after the first attempt the first pause, after the
 * second the second, and never again after the last. Each pause is lengthened by chance, so that
 * what failed together does not come back together.
 *
 * @param pauses between attempts, the first after the first attempt
 */
public record RetrySchedule(List<Duration> pauses) {
  /** A tenth, at the most, is added to a pause. */
  private static final double JITTER = 0.1;

  /** No pause is longer. */
  static final Duration LONGEST = Duration.ofDays(7);

  /** No receiver puts us off for longer than the schedule or this. */
  static final Duration LONGEST_ASKED = Duration.ofHours(24);

  private static final int MOST = 50;

  public RetrySchedule {
    if (pauses.size() > MOST) {
      throw new IllegalArgumentException("A schedule has " + MOST + " retries at the most");
    }
    for (Duration pause : pauses) {
      if (pause.isNegative() || pause.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("A pause is between nothing and " + LONGEST);
      }
    }
    pauses = List.copyOf(pauses);
  }

  /** Reads seconds separated by commas. */
  public static RetrySchedule parse(String text) {
    return ofSeconds(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(Integer::valueOf)
            .toList());
  }

  public static RetrySchedule ofSeconds(List<Integer> seconds) {
    return new RetrySchedule(seconds.stream().map(Duration::ofSeconds).toList());
  }

  /** The same with so many retries: shorter, or longer by its last pause. */
  public RetrySchedule withRetries(int retries) {
    if (retries <= pauses.size()) {
      return new RetrySchedule(pauses.subList(0, retries));
    }
    Duration last = pauses.isEmpty() ? Duration.ofMinutes(1) : pauses.get(pauses.size() - 1);
    List<Duration> longer = new ArrayList<>(pauses);
    while (longer.size() < retries) {
      longer.add(last);
    }
    return new RetrySchedule(longer);
  }

  /**
   * The moment of the next attempt; empty when there is none.
   *
   * @param attempts made so far
   * @param retryAfter what the receiver asked for, or null: it is not called earlier, but after a
   *     day at the latest
   */
  public Optional<Instant> next(
      int attempts, Instant now, Duration retryAfter, RandomGenerator random) {
    if (attempts > pauses.size()) {
      return Optional.empty();
    }
    Duration pause = pauses.get(attempts - 1);
    long jitter = (long) (pause.toMillis() * JITTER * random.nextDouble());
    return Optional.of(now.plus(longer(pause, retryAfter)).plusMillis(jitter));
  }

  private static Duration longer(Duration pause, Duration asked) {
    if (asked == null || asked.compareTo(pause) <= 0) {
      return pause;
    }
    Duration bounded = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    return bounded.compareTo(pause) > 0 ? bounded : pause;
  }
}
