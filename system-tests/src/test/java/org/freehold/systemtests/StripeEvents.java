package org.freehold.systemtests;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as Stripe sends them to the shared server. */
final class StripeEvents {
  static final String PATH = "/api/billing/stripe/webhook";

  private StripeEvents() {}

  /** Sends a new one, and takes no refusal. */
  static void happened(String type, String customer) {
    String event = event(type, customer);
    send(event, header(event, FakeStripe.WEBHOOK_SECRET, Instant.now())).is(200);
  }

  static String event(String type, String customer) {
    return "{\n  \"id\": \"evt_%s\",\n  \"object\": \"event\",\n  \"type\": \"%s\",\n  \"data\": {\"object\": {\"customer\": \"%s\"}}\n}"
        .formatted(UUID.randomUUID().toString().replace("-", ""), type, customer);
  }

  static Answer send(String event, String signature) {
    return Api.at(Installation.url()).with("Stripe-Signature", signature).post(PATH, event);
  }

  static String header(String event, String secret, Instant at) {
    long seconds = at.getEpochSecond();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal((seconds + "." + event).getBytes(StandardCharsets.UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
