package org.freehold.web.platform;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers that every answer carries: the date, which the container leaves out (RFC 9110
 * §6.6.1), and those of the OWASP secure headers list.
 */
final class StandardHeaders {
  private static final String FRAMED_BY_NOBODY = "frame-ancestors 'none'";
  private static final String API_POLICY = "default-src 'none'; " + FRAMED_BY_NOBODY;
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'self'; "
          + FRAMED_BY_NOBODY;

  private StandardHeaders() {}

  /** No page may show it in a frame. */
  static void put(HttpServletResponse response, String path) {
    put(response, path, null);
  }

  /** {@code ancestors} null: no page may show it in a frame. */
  static void put(HttpServletResponse response, String path, String ancestors) {
    boolean data =
        path.startsWith("/api/")
            || path.startsWith(RequestFacts.DECISIONS)
            || path.startsWith(RequestFacts.FLAGS);
    boolean page = !data || path.startsWith("/api/docs");
    response.setDateHeader("Date", System.currentTimeMillis());
    String policy = page ? PAGE_POLICY : API_POLICY;
    response.setHeader(
        "Content-Security-Policy",
        ancestors == null
            ? policy
            : policy.replace(FRAMED_BY_NOBODY, "frame-ancestors " + ancestors));
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (ancestors == null) {
      response.setHeader("X-Frame-Options", "DENY");
    }
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Strict-Transport-Security", "max-age=31536000");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (!page) {
      response.setHeader("Cache-Control", "no-store");
    }
  }
}
