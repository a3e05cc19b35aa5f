package org.freehold.limits.internal;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.BucketNotFoundException;
import io.github.bucket4j.util.concurrent.batch.BatchHelper.BatchFailedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Counts one caller on this node. Whoever was refused is not looked up again before there can be
 * something for them; while the database does not answer, the node counts by itself.
 */
public final class RateCounter {
  private static final Logger LOG = System.getLogger(RateCounter.class.getName());

  private final Bucket bucket;
  private final Bucket exact;
  private final Bucket alone;
  private volatile long refusedAt;
  private volatile long refusedFor;

  /**
   * @param exact the same bucket, without what makes it quicker
   * @param alone of this node
   */
  public RateCounter(Bucket bucket, Bucket exact, Bucket alone) {
    this.bucket = bucket;
    this.exact = exact;
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
      return askedOfAll();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The nodes' common count of requests could not be asked", e);
      return alone.tryConsumeAndReturnRemaining(1);
    }
  }

  /** Requests that arrive together before the bucket is there fail together: it is made then. */
  private ConsumptionProbe askedOfAll() {
    try {
      return bucket.tryConsumeAndReturnRemaining(1);
    } catch (BatchFailedException e) {
      if (e.getCause() instanceof BucketNotFoundException) {
        return exact.tryConsumeAndReturnRemaining(1);
      }
      throw e;
    }
  }
}
