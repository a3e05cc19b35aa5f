package org.freehold.web.platform;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * What is counted together, how many of it and in which time.
 *
 * @param shared by all nodes; else each counts by itself
 */
record RatePolicy(String name, String unit, Duration window, long most, boolean shared) {
  /** Before anybody is known: floods of it must not reach the database. */
  static RatePolicy perMinuteAndNode(String name, long most) {
    return new RatePolicy(name, "a minute", Duration.ofMinutes(1), most, false);
  }

  static RatePolicy perMinute(String name, long most) {
    return new RatePolicy(name, "a minute", Duration.ofMinutes(1), most, true);
  }

  static RatePolicy perHour(String name, long most) {
    return new RatePolicy(name, "an hour", Duration.ofHours(1), most, true);
  }

  /**
   * A minute's worth comes back bit by bit; an hour's at its end, so that within an hour no more
   * pass than the limit says.
   */
  BucketConfiguration configuration() {
    return BucketConfiguration.builder()
        .addLimit(
            limit ->
                window.toHours() < 1
                    ? limit.capacity(most).refillGreedy(most, window)
                    : limit.capacity(most).refillIntervally(most, window))
        .build();
  }

  /** As in {@code RateLimit-Policy}. */
  String header() {
    return "\"%s\";q=%d;w=%d".formatted(name, most, window.toSeconds());
  }
}
