package org.freehold.web.platform;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.freehold.identity.ResolvedCall;
import org.freehold.identity.TurnedAway;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.IdempotencyKey;
import org.freehold.platform.Problem;
import org.freehold.platform.work.Deployment;

/**
 * The edge of HTTP: opens the call context of every request, within limits, and refuses what cannot
 * be told.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CallFilter extends HttpFilter {
  private static final int USER_AGENT_LENGTH = 500;

  @Inject private transient ClientAddress addresses;
  @Inject private transient RateLimits limits;
  @Inject private transient AdmittedCalls admitted;
  @Inject private transient MeteredCalls metered;
  @Inject private transient TurnedAway turnedAway;
  @Inject private transient WebSettings settings;
  @Inject private transient Deployment deployment;
  @Inject @Any private transient Instance<StreamedBodies> streamedBodies;
  private transient CrossOrigin crossOrigin;
  private transient FrameAncestors ancestors;

  @Override
  public void init() {
    crossOrigin = new CrossOrigin(settings.flagOrigins());
    ancestors = new FrameAncestors(settings.portalFrameAncestors());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    deployment.served();
    RequestFacts facts = new RequestFacts(request);
    StandardHeaders.put(response, facts.path(), ancestors.of(facts.path()));
    response.setHeader("X-Request-Id", facts.answeredId());
    if (crossOrigin.answers(facts.path(), request, response)) {
      return;
    }
    try {
      String address = addresses.of(request);
      countCaller(facts, address, response);
      PlainPath.require(facts.fullPath());
      CallContext asked = context(facts, request, address, null);
      requireLetIn(facts, asked);
      admitted.require(asked, facts.path());
      countTenant(facts, response);
      metered.count(facts.resolved(), facts.path());
      Optional<StreamedBodies> streamed = streamed(facts, request);
      LimitedRequest limited = limited(request, streamed);
      IdempotencyKey key = IdempotentRequest.keyOf(limited, facts.path(), streamed.isPresent());
      CallContext call = context(facts, limited, address, key);
      try (CurrentCall.Scope scope = CurrentCall.open(call)) {
        Objects.requireNonNull(scope);
        pass(facts, limited, response, chain);
      }
    } catch (Problem problem) {
      refuse(facts, response, problem);
    }
  }

  /** Whoever is known and goes no further is on record. */
  private void requireLetIn(RequestFacts facts, CallContext asked) {
    Problem refusal =
        facts.failure() != null
            ? facts.failure()
            : PortalReach.refusal(asked.actor(), facts.path());
    if (refusal == null) {
      return;
    }
    if (asked.actor().kind() != Actor.Kind.ANONYMOUS && asked.tenant() != null) {
      try (CurrentCall.Scope scope = CurrentCall.open(asked)) {
        Objects.requireNonNull(scope);
        turnedAway.record(refusal.code(), facts.hints());
      }
    }
    throw refusal;
  }

  private static void refuse(RequestFacts facts, HttpServletResponse response, Problem problem)
      throws IOException {
    if (facts.asksForFlags()) {
      RemoteFlagError.write(response, problem);
      return;
    }
    ProblemBody.writeHead(response, problem);
    if (problem.status() == 401 && facts.asksForDecisions()) {
      // AuthZEN wants the realm too (§11.3).
      response.setHeader("WWW-Authenticate", "Bearer realm=\"freehold\"");
    }
    ProblemBody.writeBody(response, problem, facts.requestId());
  }

  private Optional<StreamedBodies> streamed(RequestFacts facts, HttpServletRequest request) {
    return streamedBodies.stream()
        .filter(bodies -> bodies.at(request.getMethod(), facts.path()))
        .findFirst();
  }

  private LimitedRequest limited(HttpServletRequest request, Optional<StreamedBodies> streamed) {
    long most = streamed.map(StreamedBodies::mostBytes).orElse(settings.bodyBytes());
    return new LimitedRequest(
        request,
        most,
        () -> streamed.map(StreamedBodies::tooLong).orElseGet(() -> new BodyTooLarge(most)));
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

  private static boolean isProbe(String path) {
    return path.equals("/api/health/liveness") || path.equals("/api/health/readiness");
  }

  /** Last, so that nobody uses up what all share by calls that are refused them. */
  private void countTenant(RequestFacts facts, HttpServletResponse response) {
    ResolvedCall call = facts.resolved();
    if (call != null && call.tenant() != null && !isProbe(facts.path())) {
      limits.countTenant(call.tenant().id().value(), response);
    }
  }

  private void countCaller(RequestFacts facts, String address, HttpServletResponse response) {
    String path = facts.path();
    // What is refused must not use up what a key or person may send.
    ResolvedCall call = facts.failure() == null ? facts.resolved() : null;
    if (isProbe(path)) {
      return;
    }
    if (path.startsWith("/api/auth/login") || path.startsWith("/api/auth/refresh")) {
      limits.countSignIn(address, response);
    } else if (facts.asksOften() && call != null && call.actor().id() != null) {
      limits.countDecisions(call.actor().id(), response);
    } else if (call != null && call.actor().kind() == Actor.Kind.USER) {
      limits.countUser(call.actor().id(), response);
    } else if (call != null && call.actor().kind() == Actor.Kind.API_KEY) {
      limits.countKey(call.actor().id(), call.requestsPerHour(), response);
    } else {
      limits.countAddress(address, response);
    }
  }

  private static CallContext context(
      RequestFacts facts, HttpServletRequest request, String address, IdempotencyKey key) {
    ResolvedCall call = facts.resolved();
    String agent = request.getHeader("User-Agent");
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
