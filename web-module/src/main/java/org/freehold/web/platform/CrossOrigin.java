package org.freehold.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets pages of other origins ask for flags, and for nothing else: they send what they have as
 * headers and never cookies, of which there are none.
 */
final class CrossOrigin {
  private static final String ANY = "*";
  private static final String NONE = "none";
  private static final String EVENTS = "/api/flag-events";
  private static final String HEADERS =
      "Authorization, Content-Type, If-None-Match, Last-Event-ID, X-API-Key, X-Tenant-Slug, X-Request-Id,"
          + " Freehold-Environment";
  private static final String KEPT_SECONDS = "3600";

  private final Set<String> origins;

  /** Separated by commas; {@code *} for all, {@code none} for no other than our own. */
  CrossOrigin(String origins) {
    this.origins =
        Arrays.stream(origins.split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty() && !origin.equals(NONE))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Says who may read the answer; true when the request was only a question about that, which is
   * answered then.
   */
  boolean answers(String path, HttpServletRequest request, HttpServletResponse response) {
    boolean events = path.equals(EVENTS);
    if (origins.isEmpty() || !events && !path.startsWith(RequestFacts.FLAGS)) {
      return false;
    }
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    if (origin == null || !origins.contains(origin) && !origins.contains(ANY)) {
      return false;
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id");
    boolean preflight =
        request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (preflight) {
      response.setHeader("Access-Control-Allow-Methods", events ? "GET" : "POST");
      response.setHeader("Access-Control-Allow-Headers", HEADERS);
      response.setHeader("Access-Control-Max-Age", KEPT_SECONDS);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
    return preflight;
  }
}
