package org.freehold.plans.stripe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Stripe-Signature}: a time, and HMAC-SHA256 (scheme v1) over it and the very
 * bytes of the body, under the whole secret as text. As Stripe's own library checks it, and in two
 * places more strictly: a time ahead of ours is refused like one behind it, and what is malformed
 * is a refusal and no failure.
 */
final class StripeSignature {
  /** Seconds that the time may be from ours, to either side. */
  static final long TOLERANCE = 300;

  private static final int LONGEST_HEADER = 4096;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private record Header(String time, List<String> signatures) {}

  private StripeSignature() {}

  /** {@link InvalidStripeEvent} unless one of the secrets made it, not long ago. */
  static void require(String header, byte[] body, List<String> secrets, Instant now) {
    Header read = read(header);
    boolean ours = secrets.stream().anyMatch(secret -> isSigned(read, body, secret));
    if (!ours) {
      throw InvalidStripeEvent.signature("No signature in Stripe-Signature fits the body.");
    }
    long apart = Math.abs(Long.parseLong(read.time()) - now.getEpochSecond());
    if (apart > TOLERANCE) {
      throw InvalidStripeEvent.signature(
          "The time in Stripe-Signature is " + apart + " seconds from ours.");
    }
  }

  private static Header read(String header) {
    if (header == null || header.length() > LONGEST_HEADER) {
      throw InvalidStripeEvent.signature("There is no header Stripe-Signature that can be read.");
    }
    String time = null;
    List<String> signatures = new ArrayList<>();
    for (String item : header.split(",")) {
      String[] parts = item.split("=", 2);
      String value = parts.length == 2 ? parts[1].strip() : "";
      String name = parts[0].strip();
      if (name.equals("t") && time == null) {
        time = value;
      } else if (name.equals("v1")) {
        signatures.add(value);
      }
    }
    if (time == null || !SECONDS.matcher(time).matches() || Long.parseLong(time) == 0) {
      throw InvalidStripeEvent.signature("Stripe-Signature tells no time.");
    }
    if (signatures.isEmpty()) {
      throw InvalidStripeEvent.signature("Stripe-Signature has no signature of the scheme v1.");
    }
    return new Header(time, signatures);
  }

  private static boolean isSigned(Header header, byte[] body, String secret) {
    byte[] expected =
        HexFormat.of()
            .formatHex(mac(header.time(), body, secret))
            .getBytes(StandardCharsets.US_ASCII);
    boolean found = false;
    for (String signature : header.signatures()) {
      found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
    return found;
  }

  /** Over the time as it was written. */
  private static byte[] mac(String time, byte[] body, String secret) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((time + ".").getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(body);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(signed.toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
