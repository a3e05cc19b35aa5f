package org.freehold.custody.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.freehold.platform.work.NotNow;

/**
 * The way from this node to the store of checkpoints: one at a time, and nobody for a while after
 * it could not be reached, however many checkpoints are announced meanwhile.
 */
@ApplicationScoped
public class StoreLine {
  private static final Logger LOG = System.getLogger(StoreLine.class.getName());
  private static final Duration TURN = Duration.ofSeconds(1);

  @Inject StoreSettings settings;
  @Inject Clock clock;
  private final Semaphore free = new Semaphore(1);
  private volatile Instant leftAloneUntil = Instant.EPOCH;
  private volatile int failures;
  private volatile String reason;

  /** Whether one may go now; who may, leaves afterwards. */
  boolean enter() {
    return !leftAloneUntil.isAfter(clock.instant()) && free.tryAcquire();
  }

  void leave() {
    free.release();
  }

  /** When to ask again. */
  Duration pause() {
    return until(leftAloneUntil);
  }

  /** Long enough that it has come then. */
  Duration until(Instant moment) {
    Duration left = Duration.between(clock.instant(), moment);
    return left.compareTo(TURN) > 0 ? left.plusSeconds(1) : TURN;
  }

  /** It answered, whatever it said. */
  void reached() {
    if (failures > 0) {
      failures = 0;
      say(null);
    }
  }

  /** It did not answer. */
  void failed(String why) {
    failures++;
    leftAloneUntil = clock.instant().plus(NotNow.pause(settings.retry(), failures));
    say(why);
  }

  /** It was given all that waited; {@code why} null: it took all. */
  void tookAllBut(String why) {
    say(why);
  }

  /** In the log when it is news. */
  private void say(String why) {
    if (reason == null && why != null) {
      LOG.log(Level.WARNING, "Checkpoints wait for their store, which is tried again: {0}", why);
    }
    if (reason != null && why == null) {
      LOG.log(Level.INFO, "The store of checkpoints takes them again");
    }
    reason = why;
  }

  /** Why some wait; null when none does. */
  String reason() {
    return reason;
  }
}
