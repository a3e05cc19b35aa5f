package org.freehold.web.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.freehold.platform.IdempotencyKey;
import org.freehold.platform.Invalid;

/** Reads the Idempotency-Key of a POST, with a digest of what it stands for. */
final class IdempotentRequest {
  private static final int LONGEST_KEY = 255;

  private IdempotentRequest() {}

  /** Null for requests without a key, and for methods that repeat harmlessly by themselves. */
  static IdempotencyKey keyOf(LimitedRequest request, String path, boolean streamed)
      throws IOException {
    String key = request.getHeader("Idempotency-Key");
    if (key == null || !request.getMethod().equals("POST")) {
      return null;
    }
    if (key.isBlank()
        || key.length() > LONGEST_KEY
        || !key.chars().allMatch(c -> c > 31 && c < 127)) {
      throw Invalid.at(
          "Idempotency-Key",
          "format",
          "An Idempotency-Key is 1 to 255 printable ASCII characters.");
    }
    if (streamed) {
      // Whoever reads the body says what the key stands for.
      return new IdempotencyKey(key, null);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(("POST " + path + "\n").getBytes(StandardCharsets.UTF_8));
      return new IdempotencyKey(key, digest.digest(request.whole()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
