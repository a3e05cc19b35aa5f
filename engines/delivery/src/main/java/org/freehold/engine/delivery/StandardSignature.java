package org.freehold.engine.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric signature of Standard Webhooks, version {@code v1}: HMAC-SHA256. */
public final class StandardSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private StandardSignature() {}

  /**
   * The value of the header {@code webhook-signature}: one signature for each secret, separated by
   * spaces, over the id, the time of this attempt in Unix seconds and the exact bytes of the body.
   */
  public static String sign(String id, long timestamp, byte[] body, WebhookSecret... secrets) {
    if (id.indexOf('.') >= 0) {
      throw new IllegalArgumentException("The id of a message holds no full stop: " + id);
    }
    return Arrays.stream(secrets)
        .map(secret -> "v1," + one(id, timestamp, body, secret))
        .collect(Collectors.joining(" "));
  }

  private static String one(String id, long timestamp, byte[] body, WebhookSecret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
    }
  }
}
