package org.freehold.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.identity.ResolvedCall;
import org.freehold.identity.TenantHints;
import org.freehold.platform.Problem;
import org.freehold.platform.Uuid7;

/**
 * What the edge knows of a request before any resource sees it, kept as attributes of the request.
 */
final class RequestFacts {
  private static final String PREFIX = "org.freehold.";

  /** Where the Authorization API is, without the tenant's prefix. */
  static final String DECISIONS = "/access/v1/";

  /** Where the remote evaluation of flags is, without the tenant's prefix. */
  static final String FLAGS = "/ofrep/v1/";

  private static final Pattern TENANT_PATH = Pattern.compile("/t/([a-z0-9][a-z0-9-]{1,62})(/.*)");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private final HttpServletRequest request;

  RequestFacts(HttpServletRequest request) {
    this.request = request;
  }

  /** The client's own id when it is well-formed, else a new one. */
  String requestId() {
    String known = (String) request.getAttribute(PREFIX + "requestId");
    if (known == null) {
      String wish = request.getHeader("X-Request-Id");
      known = wish != null && REQUEST_ID.matcher(wish).matches() ? wish : Uuid7.next().toString();
      request.setAttribute(PREFIX + "requestId", known);
    }
    return known;
  }

  /**
   * The id that the answer carries: a caller of the Authorization API gets back whatever it sent
   * (AuthZEN §10.1.3), others what the log knows.
   */
  String answeredId() {
    String known = (String) request.getAttribute(PREFIX + "answeredId");
    if (known == null) {
      String wish = request.getHeader("X-Request-Id");
      known = wish != null && !wish.isEmpty() && asksForDecisions() ? wish : requestId();
      request.setAttribute(PREFIX + "answeredId", known);
    }
    return known;
  }

  /** Whether it is a call of the Authorization API. */
  boolean asksForDecisions() {
    return path().startsWith(DECISIONS);
  }

  /** Whether it is one of the calls that are counted apart, as they are made all the time. */
  boolean asksOften() {
    return asksForDecisions() || asksForFlags();
  }

  /** Whether it is a call of OpenFeature's remote evaluation protocol. */
  boolean asksForFlags() {
    return path().startsWith(FLAGS);
  }

  /** The path within the application as it was sent, with the tenant's prefix. */
  String fullPath() {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** The slug of {@code /t/{slug}/…}, else null. */
  String pathTenant() {
    Matcher matcher = TENANT_PATH.matcher(fullPath());
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** The path without the tenant's prefix. */
  String path() {
    Matcher matcher = TENANT_PATH.matcher(fullPath());
    return matcher.matches() ? matcher.group(2) : fullPath();
  }

  /** What the request says of its tenant. */
  void hints(TenantHints hints) {
    request.setAttribute(PREFIX + "hints", hints);
  }

  TenantHints hints() {
    return (TenantHints) request.getAttribute(PREFIX + "hints");
  }

  void resolved(ResolvedCall call) {
    request.setAttribute(PREFIX + "call", call);
  }

  ResolvedCall resolved() {
    return (ResolvedCall) request.getAttribute(PREFIX + "call");
  }

  void failed(Problem problem) {
    request.setAttribute(PREFIX + "problem", problem);
  }

  Problem failure() {
    return (Problem) request.getAttribute(PREFIX + "problem");
  }
}
