package org.freehold.web.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.freehold.platform.TooMany;

/**
 * Counts requests: per user once signed in, per API key, per address before, and sign-ins per
 * address more strictly. Exact on one node. Answers carry {@code RateLimit} and {@code
 * RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers).
 */
@ApplicationScoped
public class RateLimits {
  private static final int MOST_BUCKETS = 100_000;

  /** What is counted together, how many of it and in which time. */
  private record Policy(String name, String unit, Duration window, long most) {
    static Policy perMinute(String name, long most) {
      return new Policy(name, "a minute", Duration.ofMinutes(1), most);
    }

    static Policy perHour(String name, long most) {
      return new Policy(name, "an hour", Duration.ofHours(1), most);
    }

    /**
     * A minute's worth comes back bit by bit; an hour's at its end, so that within an hour no more
     * pass than the limit says.
     */
    Bucket bucket() {
      return Bucket.builder()
          .addLimit(
              limit ->
                  window.toHours() < 1
                      ? limit.capacity(most).refillGreedy(most, window)
                      : limit.capacity(most).refillIntervally(most, window))
          .build();
    }
  }

  @Inject private WebSettings settings;
  private final Cache<String, Bucket> minutes = buckets(Duration.ofMinutes(1));
  private final Cache<String, Bucket> hours = buckets(Duration.ofHours(1));

  private static Cache<String, Bucket> buckets(Duration window) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_BUCKETS)
        .expireAfterAccess(window.plusSeconds(1))
        .build();
  }

  public void countUser(UUID user, HttpServletResponse response) {
    count(
        minutes, user.toString(), Policy.perMinute("user", settings.requestsPerMinute()), response);
  }

  /** A key whose limit was changed begins anew. */
  public void countKey(UUID key, int perHour, HttpServletResponse response) {
    count(hours, key + " " + perHour, Policy.perHour("key", perHour), response);
  }

  /** Apart from the other requests of the user or key: an enforcer asks at every click. */
  public void countDecisions(UUID caller, HttpServletResponse response) {
    count(
        minutes,
        caller.toString(),
        Policy.perMinute("decisions", settings.decisionsPerMinute()),
        response);
  }

  public void countAddress(String address, HttpServletResponse response) {
    count(minutes, address, Policy.perMinute("address", settings.anonymousPerMinute()), response);
  }

  public void countSignIn(String address, HttpServletResponse response) {
    count(minutes, address, Policy.perMinute("sign-in", settings.signInsPerMinute()), response);
  }

  private static void count(
      Cache<String, Bucket> buckets, String key, Policy policy, HttpServletResponse response) {
    Bucket bucket = buckets.get(policy.name() + " " + key, unused -> policy.bucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    long seconds =
        seconds(
            probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
    response.setHeader(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(policy.name(), policy.most(), policy.window().toSeconds()));
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

  private static long seconds(long nanos) {
    return Math.max(1, (nanos + 999_999_999L) / 1_000_000_000L);
  }
}
