package org.freehold.webhooks.internal;

import java.util.List;
import java.util.Map;
import org.freehold.engine.delivery.ClientCertificate;
import org.freehold.engine.delivery.WebhookSecret;
import org.freehold.platform.Uuid7;
import org.freehold.webhooks.WebhookEndpointId;

/** A first attempt as nobody cares who makes it. */
final class SampleCall {
  private SampleCall() {}

  /** {@code origin}: whom the receiver agreed to be called by; null: it was not asked. */
  static Call to(String url, int timeoutSeconds, String origin) {
    return to(url, timeoutSeconds, null, origin);
  }

  static Call showing(ClientCertificate certificate, String url, int timeoutSeconds) {
    return to(url, timeoutSeconds, certificate, null);
  }

  private static Call to(
      String url, int timeoutSeconds, ClientCertificate certificate, String origin) {
    return new Call(
        "id",
        "{}",
        new WebhookEndpointId(Uuid7.next()),
        1,
        url,
        timeoutSeconds,
        List.of(WebhookSecret.random()),
        Map.of(),
        certificate,
        origin);
  }
}
