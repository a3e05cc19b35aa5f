package org.freehold.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.freehold.limits.internal.RateCounter;
import org.freehold.limits.internal.SharedBuckets;

/** Counts who asks how often; ADR 52 says how exactly over several nodes. */
@ApplicationScoped
public class Rates {
  private static final int MOST_COUNTERS = 100_000;

  /**
   * What became of one request.
   *
   * @param left how many more may come now
   * @param nanos until all is back that there was, or after a refusal until one may come
   */
  public record Outcome(boolean passed, long left, long nanos) {}

  @Inject private SharedBuckets shared;
  private final Cache<String, RateCounter> minutes = counters(Duration.ofMinutes(1));
  private final Cache<String, RateCounter> hours = counters(Duration.ofHours(1));

  private static Cache<String, RateCounter> counters(Duration window) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_COUNTERS)
        .expireAfterAccess(window.plusSeconds(1))
        .build();
  }

  /**
   * Counts one request of whoever has this key, among all that the policy counts. Whose limit has
   * changed is counted anew.
   */
  public Outcome count(String key, RatePolicy policy) {
    Cache<String, RateCounter> counters = isOfHours(policy) ? hours : minutes;
    String counted = policy.name() + " " + policy.most() + " " + key;
    ConsumptionProbe probe = counters.get(counted, name -> counter(name, policy)).count();
    return new Outcome(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
  }

  private RateCounter counter(String name, RatePolicy policy) {
    BucketConfiguration configuration = configuration(policy);
    Bucket alone = Bucket.builder().addLimit(configuration.getBandwidths()[0]).build();
    return policy.shared()
        ? new RateCounter(
            shared.bucket(name, configuration, policy.most()),
            shared.exact(name, configuration),
            alone)
        : new RateCounter(alone, alone, alone);
  }

  /**
   * A minute's worth comes back bit by bit; an hour's at its end, so that within an hour no more
   * pass than the limit says.
   */
  private static BucketConfiguration configuration(RatePolicy policy) {
    long most = policy.most();
    return BucketConfiguration.builder()
        .addLimit(
            limit ->
                isOfHours(policy)
                    ? limit.capacity(most).refillIntervally(most, policy.window())
                    : limit.capacity(most).refillGreedy(most, policy.window()))
        .build();
  }

  private static boolean isOfHours(RatePolicy policy) {
    return policy.window().toHours() > 0;
  }
}
