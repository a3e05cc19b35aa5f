package org.freehold.platform.work;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether this node has begun to serve: what it does by itself waits for that. At the end of
 * deploying a web application Payara closes its archives under the threads that load classes from
 * them, and a class that could not be initialized then stays broken until the server is restarted.
 */
@ApplicationScoped
public class Deployment {
  /** After it nobody waits for a first request: perhaps none ever comes to this node. */
  static final Duration LONGEST = Duration.ofMinutes(1);

  @Inject Clock clock;
  private Instant begun;
  private volatile boolean over;

  @PostConstruct
  void begin() {
    begun = clock.instant();
  }

  /** A request has come, and requests come only when the deployment is over. */
  public void served() {
    over = true;
  }

  public boolean isOver() {
    if (!over && !clock.instant().isBefore(begun.plus(LONGEST))) {
      over = true;
    }
    return over;
  }
}
