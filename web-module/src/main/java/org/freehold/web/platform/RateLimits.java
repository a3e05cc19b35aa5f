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
 * Counts requests: per user once signed in, per address before, and sign-ins per address more
 * strictly. Exact on one node. Answers carry {@code RateLimit} and {@code RateLimit-Policy}
 * (draft-ietf-httpapi-ratelimit-headers).
 */
@ApplicationScoped
public class RateLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_BUCKETS = 100_000;

  @Inject private WebSettings settings;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(WINDOW.plusSeconds(1))
          .build();

  public void countUser(UUID user, HttpServletResponse response) {
    count("user", user.toString(), settings.requestsPerMinute(), response);
  }

  public void countAddress(String address, HttpServletResponse response) {
    count("address", address, settings.anonymousPerMinute(), response);
  }

  public void countSignIn(String address, HttpServletResponse response) {
    count("sign-in", address, settings.signInsPerMinute(), response);
  }

  private void count(String policy, String key, long perMinute, HttpServletResponse response) {
    Bucket bucket = buckets.get(policy + " " + key, unused -> bucket(perMinute));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    long seconds =
        seconds(
            probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
    response.setHeader(
        "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, perMinute, WINDOW.toSeconds()));
    response.setHeader(
        "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, probe.getRemainingTokens(), seconds));
    if (!probe.isConsumed()) {
      throw new TooMany(
          "rate_limited",
          "More than " + perMinute + " requests a minute came from this " + policy + ".",
          "Wait as many seconds as Retry-After says, and spread your requests.",
          seconds);
    }
  }

  private static Bucket bucket(long perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
        .build();
  }

  private static long seconds(long nanos) {
    return Math.max(1, (nanos + 999_999_999L) / 1_000_000_000L);
  }
}
