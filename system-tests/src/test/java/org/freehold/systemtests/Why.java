package org.freehold.systemtests;

import java.time.Duration;

/** What is told of a message and an endpoint that did not get it, or did. */
final class Why {
  private static final Duration SOON = Duration.ofSeconds(30);

  private Why() {}

  static Answer told(Api api, String message, String endpoint) {
    return api.get("/api/webhooks/explain?message_id=" + message + "&endpoint_id=" + endpoint)
        .is(200);
  }

  static String code(Api api, String message, String endpoint) {
    return told(api, message, endpoint).string("code");
  }

  /** Waits until that is the code, and answers the sentence with it. */
  static String sentence(Api api, String message, String endpoint, String code) {
    return Await.until(
            SOON, () -> told(api, message, endpoint), one -> one.string("code").equals(code))
        .string("sentence");
  }
}
