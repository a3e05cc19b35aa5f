package org.freehold.benchmarks.webhooks;

import java.io.Serializable;

/**
 * One message of a kibibyte to one endpoint, as the queues of others keep it.
 *
 * @param body as {@link #body} makes it
 */
record Post(int mark, int endpoint, String body) implements Serializable {
  private static final int BYTES = 1024;

  static Post of(int mark, int endpoint) {
    return new Post(mark, endpoint, body("bench.e" + endpoint, mark));
  }

  /** As Freehold would send it. */
  static String body(String type, int mark) {
    String start =
        "{\"type\":\"%s\",\"timestamp\":\"2026-01-15T12:00:00Z\",\"data\":{\"mark\":%d,\"text\":\""
            .formatted(type, mark);
    String end = "\"}}";
    return start + "x".repeat(BYTES - start.length() - end.length()) + end;
  }
}
