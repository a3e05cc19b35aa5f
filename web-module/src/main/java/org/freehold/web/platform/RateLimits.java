package org.freehold.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.freehold.limits.RatePolicy;
import org.freehold.limits.Rates;
import org.freehold.platform.TooMany;

/**
 * Counts requests: per user once signed in, per API key, per tenant, per address before, and
 * sign-ins per address more strictly. Users, keys and tenants are counted over all nodes, addresses
 * on each. Answers carry {@code RateLimit} and {@code RateLimit-Policy}
 * (draft-ietf-httpapi-ratelimit-headers).
 */
@ApplicationScoped
public class RateLimits {
  @Inject private WebSettings settings;
  @Inject private Rates rates;

  /** All that its users and keys send; told of when it is too much, else of their own limit. */
  public void countTenant(UUID tenant, HttpServletResponse response) {
    RatePolicy policy = RatePolicy.perMinute("tenant", settings.ofTenant());
    Rates.Outcome outcome = rates.count(tenant.toString(), policy);
    if (!outcome.passed()) {
      tell(outcome, policy, response);
      throw refusal(outcome, policy);
    }
  }

  public void countUser(UUID user, HttpServletResponse response) {
    count(user.toString(), RatePolicy.perMinute("user", settings.requestsPerMinute()), response);
  }

  public void countKey(UUID key, int perHour, HttpServletResponse response) {
    count(key.toString(), RatePolicy.perHour("key", perHour), response);
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
    Rates.Outcome outcome = rates.count(key, policy);
    tell(outcome, policy, response);
    if (!outcome.passed()) {
      throw refusal(outcome, policy);
    }
  }

  private static void tell(Rates.Outcome outcome, RatePolicy policy, HttpServletResponse response) {
    response.setHeader("RateLimit-Policy", policy.header());
    response.setHeader(
        "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy.name(), outcome.left(), seconds(outcome)));
  }

  private static TooMany refusal(Rates.Outcome outcome, RatePolicy policy) {
    return new TooMany(
        "rate_limited",
        "More than %d requests %s came from this %s."
            .formatted(policy.most(), policy.unit(), policy.name()),
        "Wait as many seconds as Retry-After says, and spread your requests.",
        seconds(outcome));
  }

  private static long seconds(Rates.Outcome outcome) {
    return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(outcome.nanos() + 999_999_999L));
  }
}
