package org.freehold.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way from this node to the mail server: few at once, so that mail leaves threads to other
 * work, and nobody for a while after it could not be reached. Each node learns that by itself.
 */
@ApplicationScoped
public class MailLine {
  private static final Logger LOG = System.getLogger(MailLine.class.getName());
  private static final int AT_ONCE = 4;

  @Inject private MailSettings settings;
  @Inject private Clock clock;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong givenUp = new AtomicLong();
  private volatile Instant leftAloneUntil = Instant.EPOCH;
  private volatile boolean down;

  /** Whether one more may go now; who may, leaves afterwards. */
  boolean enter() {
    return leftAlone().isZero() && free.tryAcquire();
  }

  void leave() {
    free.release();
  }

  /** For how long nobody goes. */
  Duration leftAlone() {
    Duration left = Duration.between(clock.instant(), leftAloneUntil);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Somebody went; told in the log when it is news. */
  void reached(boolean reached) {
    if (reached == down) {
      LOG.log(
          reached ? Level.INFO : Level.WARNING,
          reached ? "The mail server is reached again" : "The mail server cannot be reached");
    }
    down = !reached;
    leftAloneUntil = reached ? Instant.EPOCH : clock.instant().plus(settings.retry());
  }

  void countSent() {
    sent.incrementAndGet();
  }

  void countGivenUp() {
    givenUp.incrementAndGet();
  }

  boolean isDown() {
    return down;
  }

  long sent() {
    return sent.get();
  }

  long givenUp() {
    return givenUp.get();
  }
}
