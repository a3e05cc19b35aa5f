package org.freehold.engine.delivery;

import java.time.Duration;

/**
 * How fast deliveries are made again.
 *
 * @param perMinute the most in a minute
 * @param gentle whether it begins with one, and grows only as that arrives: for a receiver that has
 *     just recovered
 */
public record ReplayPace(int perMinute, boolean gentle) {
  public static final int USUAL = 600;
  public static final int FASTEST = 6000;

  /** Made and not ended: more would only lengthen the queue of a receiver that is slow. */
  private static final int MOST_WAITING = 2000;

  /** What was missed longer ago is not made up for: a node that comes back begins no burst. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  public ReplayPace {
    if (perMinute < 1 || perMinute > FASTEST) {
      throw new IllegalArgumentException("No pace: " + perMinute);
    }
  }

  /**
   * How many are to be made now.
   *
   * @param since the last that were made
   * @param made so far
   * @param waiting of those, the ones that have not ended
   */
  public int now(Duration since, long made, long waiting) {
    Duration counted = since.compareTo(longest()) > 0 ? longest() : since;
    long paced = perMinute * counted.toMillis() / 60_000;
    long room = gentle && waiting > 0 ? 0 : Math.max(0, MOST_WAITING - waiting);
    long grown = gentle ? Math.max(1, made) : paced;
    return (int) Math.min(paced, Math.min(room, grown));
  }

  /** So long that one is due at the slowest pace too. */
  private Duration longest() {
    Duration one = Duration.ofMillis(60_000 / perMinute + 1);
    return one.compareTo(LONGEST) > 0 ? one : LONGEST;
  }

  /** Until the next are due. */
  public Duration pause() {
    return Duration.ofSeconds(Math.max(2, 60 / perMinute));
  }

  /** How long so many take if the receiver keeps up. */
  public Duration of(long count) {
    return Duration.ofSeconds((count * 60 + perMinute - 1) / perMinute);
  }
}
