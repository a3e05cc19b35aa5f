package org.freehold.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.identity.ResolvedCall;
import org.freehold.limits.ApiCalls;

/**
 * Which requests are calls of the API that a tenant's plan counts: all of its users and keys, but
 * for what one needs to sign in, to see that the plan is used up and to take a larger one.
 */
@ApplicationScoped
public class MeteredCalls {
  private static final String API = "/api/";

  /** Without a trailing slash; what is below is free as well. */
  public static final List<String> FREE =
      List.of(
          "/api/auth",
          "/api/docs",
          "/api/entitlements",
          "/api/health",
          "/api/metrics",
          "/api/openapi.json",
          "/api/plans",
          "/api/subscription",
          "/api/usage",
          "/api/whoami");

  @Inject private ApiCalls calls;

  /** {@link org.freehold.platform.QuotaExceeded} when the month's calls are used up. */
  void count(ResolvedCall call, String path) {
    if (call != null && call.tenant() != null && path.startsWith(API) && !isFree(path)) {
      calls.count(call.tenant());
    }
  }

  /** Whether no plan counts a call of the path. */
  public static boolean isFree(String path) {
    return FREE.stream().anyMatch(free -> path.equals(free) || path.startsWith(free + "/"));
  }
}
