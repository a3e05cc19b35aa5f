package org.freehold.web.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.freehold.platform.TooMany;

/**
 * Counts requests: per user once signed in, per API key, per tenant, per address before, and
 * sign-ins per address more strictly. Users, keys and tenants are counted over all nodes, addresses
 * on each. Answers carry {@code RateLimit} and {@code RateLimit-Policy}
 * (draft-ietf-httpapi-ratelimit-headers).
 */
@ApplicationScoped
public class RateLimits {
  private static final int MOST_COUNTERS = 100_000;

  @Inject private WebSettings settings;
  @Inject private SharedBuckets shared;
  private final Cache<String, RateCounter> minutes = counters(Duration.ofMinutes(1));
  private final Cache<String, RateCounter> hours = counters(Duration.ofHours(1));

  private static Cache<String, RateCounter> counters(Duration window) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_COUNTERS)
        .expireAfterAccess(window.plusSeconds(1))
        .build();
  }

  /** All that its users and keys send, whoever they are. */
  public void countTenant(UUID tenant, HttpServletResponse response) {
    count(tenant.toString(), RatePolicy.perMinute("tenant", settings.ofTenant()), response);
  }

  public void countUser(UUID user, HttpServletResponse response) {
    count(user.toString(), RatePolicy.perMinute("user", settings.requestsPerMinute()), response);
  }

  /** A key whose limit was changed begins anew. */
  public void countKey(UUID key, int perHour, HttpServletResponse response) {
    count(key + " " + perHour, RatePolicy.perHour("key", perHour), response);
  }

  /** Apart from the other requests of the user or key: an enforcer asks at every click. */
  public void countDecisions(UUID caller, HttpServletResponse response) {
    count(
        caller.toString(),
        RatePolicy.perMinute("decisions", settings.decisionsPerMinute()),
        response);
  }

  public void countAddress(String address, HttpServletResponse response) {
    count(address, RatePolicy.perMinuteAndNode("address", settings.anonymousPerMinute()), response);
  }

  public void countSignIn(String address, HttpServletResponse response) {
    count(address, RatePolicy.perMinuteAndNode("sign-in", settings.signInsPerMinute()), response);
  }

  private void count(String key, RatePolicy policy, HttpServletResponse response) {
    Cache<String, RateCounter> counters = policy.window().toHours() < 1 ? minutes : hours;
    ConsumptionProbe probe =
        counters.get(policy.name() + " " + key, name -> counter(name, policy)).count();
    long seconds =
        RateCounter.seconds(
            probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
    response.setHeader("RateLimit-Policy", policy.header());
    response.setHeader(
        "RateLimit",
        "\"%s\";r=%d;t=%d".formatted(policy.name(), probe.getRemainingTokens(), seconds));
    if (!probe.isConsumed()) {
      throw new TooMany(
          "rate_limited",
          "More than %d requests %s came from this %s."
              .formatted(policy.most(), policy.unit(), policy.name()),
          "Wait as many seconds as Retry-After says, and spread your requests.",
          seconds);
    }
  }

  private RateCounter counter(String name, RatePolicy policy) {
    BucketConfiguration configuration = policy.configuration();
    Bucket alone = Bucket.builder().addLimit(configuration.getBandwidths()[0]).build();
    Bucket bucket = policy.shared() ? shared.bucket(name, configuration, policy.most()) : alone;
    return new RateCounter(bucket, alone);
  }
}
