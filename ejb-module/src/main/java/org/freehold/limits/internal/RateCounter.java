package org.freehold.limits.internal;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Counts one caller on this node. Whoever was refused is not looked up again before there can be
 * something for them; while the database does not answer, the node counts by itself.
 */
public final class RateCounter {
  private static final Logger LOG = System.getLogger(RateCounter.class.getName());

  private final Bucket bucket;
  private final Bucket alone;
  private volatile long refusedAt;
  private volatile long refusedFor;

  /**
   * @param alone of this node
   */
  public RateCounter(Bucket bucket, Bucket alone) {
    this.bucket = bucket;
    this.alone = alone;
  }

  public ConsumptionProbe count() {
    long now = System.nanoTime();
    long left = refusedFor - (now - refusedAt);
    if (refusedFor > 0 && left > 0) {
      return ConsumptionProbe.rejected(0, left, left);
    }
    ConsumptionProbe probe = asked();
    refusedAt = now;
    refusedFor = probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill();
    return probe;
  }

  private ConsumptionProbe asked() {
    try {
      return bucket.tryConsumeAndReturnRemaining(1);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The nodes' common count of requests could not be asked", e);
      return alone.tryConsumeAndReturnRemaining(1);
    }
  }
}
