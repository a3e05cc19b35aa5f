package org.freehold.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.freehold.identity.ResolvedCall;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.IdempotencyKey;
import org.freehold.platform.Problem;

/**
 * The edge of HTTP: opens the call context of every request, within limits, and refuses what cannot
 * be told.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CallFilter extends HttpFilter {
  private static final int USER_AGENT_LENGTH = 500;

  @Inject private transient ClientAddress addresses;
  @Inject private transient RateLimits limits;
  @Inject private transient WebSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestFacts facts = new RequestFacts(request);
    SecurityHeaders.put(response, facts.path());
    response.setHeader("X-Request-Id", facts.requestId());
    try {
      String address = addresses.of(request);
      count(facts, address, response);
      if (facts.failure() != null) {
        throw facts.failure();
      }
      LimitedRequest limited = new LimitedRequest(request, settings.bodyBytes());
      CallContext call = context(facts, limited, address);
      try (CurrentCall.Scope scope = CurrentCall.open(call)) {
        Objects.requireNonNull(scope);
        pass(facts, limited, response, chain);
      }
    } catch (Problem problem) {
      ProblemBody.write(response, problem, facts.requestId());
    }
  }

  private static void pass(
      RequestFacts facts, LimitedRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (facts.pathTenant() == null) {
      chain.doFilter(request, response);
    } else {
      request.setAttribute(LinkPrefix.ATTRIBUTE, "/t/" + facts.pathTenant());
      request.getRequestDispatcher(facts.path()).forward(request, response);
    }
  }

  private void count(RequestFacts facts, String address, HttpServletResponse response) {
    String path = facts.path();
    ResolvedCall call = facts.resolved();
    if (path.equals("/api/health/liveness") || path.equals("/api/health/readiness")) {
      return;
    }
    if (path.startsWith("/api/auth/login") || path.startsWith("/api/auth/refresh")) {
      limits.countSignIn(address, response);
    } else if (call != null && call.actor().kind() == Actor.Kind.USER) {
      limits.countUser(call.actor().id(), response);
    } else {
      limits.countAddress(address, response);
    }
  }

  private static CallContext context(RequestFacts facts, LimitedRequest request, String address)
      throws IOException {
    ResolvedCall call = facts.resolved();
    String agent = request.getHeader("User-Agent");
    IdempotencyKey key = IdempotentRequest.keyOf(request, facts.path());
    return new CallContext(
        call == null ? Actor.NOBODY : call.actor(),
        call == null ? null : call.tenant(),
        facts.requestId(),
        address,
        agent == null || agent.length() <= USER_AGENT_LENGTH
            ? agent
            : agent.substring(0, USER_AGENT_LENGTH),
        key);
  }
}
