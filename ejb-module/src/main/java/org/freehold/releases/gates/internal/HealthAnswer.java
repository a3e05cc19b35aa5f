package org.freehold.releases.gates.internal;

import java.util.Map;

/**
 * How an environment answered once.
 *
 * @param status null when there was no answer of HTTP
 * @param error a word; null when there was one
 */
record HealthAnswer(Integer status, String error, long millis) {
  /** 2xx; where else a redirect leads is not asked. */
  boolean isWell() {
    return status != null && status / 100 == 2;
  }

  /** That the URL may not be called at all: asking again would change nothing. */
  boolean isForbidden() {
    return "forbidden_address".equals(error) || "format".equals(error);
  }

  String inWords() {
    return status == null ? "no answer (" + error + ")" : "HTTP " + status;
  }

  Map<String, Object> told() {
    return status == null
        ? Map.of("error", error, "milliseconds", millis)
        : Map.of("status", status, "milliseconds", millis);
  }
}
