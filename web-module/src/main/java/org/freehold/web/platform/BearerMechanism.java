package org.freehold.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.freehold.identity.CallResolution;
import org.freehold.identity.ResolvedCall;
import org.freehold.identity.TenantHints;
import org.freehold.keys.KeyResolution;
import org.freehold.platform.Actor;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.Problem;

/**
 * Tells the container who sends a request, from its bearer token: an access token or an API key.
 * Roles are none of the container's business: they differ by tenant, and the access interceptor
 * decides. A request that cannot be told is refused by the {@link CallFilter}, which comes next.
 */
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {
  private static final String SCHEME = "Bearer ";
  private static final List<String> PLATFORM_PATHS =
      List.of("/api/tenants", "/api/jobs", "/api/admin", "/api/health", "/api/metrics");

  @Inject private CallResolution resolution;
  @Inject private KeyResolution keys;
  @Inject private ClientAddress addresses;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    RequestFacts facts = new RequestFacts(request);
    try {
      PlainPath.require(facts.fullPath());
      ResolvedCall call = resolved(bearer(request, facts), request, facts);
      facts.resolved(call);
      if (call.refusal() != null) {
        facts.failed(call.refusal());
      } else if (call.actor().kind() != Actor.Kind.ANONYMOUS) {
        return context.notifyContainerAboutLogin(call.actor().name(), Set.of());
      }
    } catch (Problem problem) {
      facts.failed(problem);
    }
    return context.doNothing();
  }

  private ResolvedCall resolved(String bearer, HttpServletRequest request, RequestFacts facts) {
    TenantHints hints = hints(request, facts);
    facts.hints(hints);
    return KeyResolution.isKey(bearer)
        ? keys.resolve(bearer, hints, addresses.of(request))
        : resolution.resolve(bearer, hints);
  }

  /** The remote evaluation protocol lets keys come in a header of their own, too. */
  private static String bearer(HttpServletRequest request, RequestFacts facts) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return facts.asksForFlags() ? request.getHeader("X-API-Key") : null;
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new NotSignedIn(
          "invalid_scheme",
          "The Authorization header is not of the scheme Bearer.",
          "Send Authorization: Bearer with an access token.");
    }
    return header.substring(SCHEME.length()).strip();
  }

  private static TenantHints hints(HttpServletRequest request, RequestFacts facts) {
    return new TenantHints(
        request.getHeader("X-Tenant-Slug"),
        request.getServerName(),
        facts.pathTenant(),
        PLATFORM_PATHS.stream().anyMatch(facts.path()::startsWith));
  }
}
