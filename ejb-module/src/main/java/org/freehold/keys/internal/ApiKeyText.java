package org.freehold.keys.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.freehold.platform.KeyReach;

/**
 * The text of an API key: {@code sk_live_} or {@code sk_test_}, thirty characters of chance (178
 * bits) and six of a checksum, all in base 62. Portal links begin with {@code pl_} and what they
 * open with {@code ps_}: what a key reaches is a part of what is hashed. The checksum is the CRC-32
 * of what stands before it, as in tokens of GitHub: a typo is found without asking the database,
 * and scanners for secrets find keys with hardly a false alarm.
 */
public record ApiKeyText(String value) {
  private static final Map<KeyReach, String> MARKS =
      Map.of(KeyReach.API, "sk_", KeyReach.PORTAL_LINK, "pl_", KeyReach.PORTAL_SESSION, "ps_");

  private static final int MARK = 3;
  private static final int CHANCE = 30;
  private static final int CHECKSUM = 6;
  private static final int PREFIX = 12;
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM = Pattern.compile("(sk|pl|ps)_(live|test)_[0-9A-Za-z]{36}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Whether it is a key, good or not: no access token begins so. */
  public static boolean isMarked(String bearer) {
    return MARKS.values().stream().anyMatch(bearer::startsWith);
  }

  /** What a key with this beginning reaches. */
  public static KeyReach reachOf(String text) {
    return MARKS.entrySet().stream()
        .filter(mark -> text.startsWith(mark.getValue()))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** A new key of the kind {@code live} or {@code test}. */
  public static ApiKeyText random(String kind) {
    return random(KeyReach.API, kind);
  }

  public static ApiKeyText random(KeyReach reach, String kind) {
    StringBuilder text = new StringBuilder(MARKS.get(reach)).append(kind).append('_');
    for (int i = 0; i < CHANCE; i++) {
      text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
    }
    return new ApiKeyText(text + checksum(text.toString()));
  }

  /** Empty when the text has another form, is of the other kind or has a wrong checksum. */
  public static Optional<ApiKeyText> parse(String text, String kind) {
    if (!FORM.matcher(text).matches() || !text.startsWith(kind + "_", MARK)) {
      return Optional.empty();
    }
    int end = text.length() - CHECKSUM;
    return checksum(text.substring(0, end)).equals(text.substring(end))
        ? Optional.of(new ApiKeyText(text))
        : Optional.empty();
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    char[] digits = new char[CHECKSUM];
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return new String(digits);
  }

  /** Enough to tell keys apart, and far too little to guess one. */
  public String prefix() {
    return value.substring(0, PREFIX);
  }

  public String lastFour() {
    return value.substring(value.length() - 4);
  }

  /** What is kept: SHA-256, in hexadecimal. A slow hash is for what people choose. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never the key: it must not come into a log by accident. */
  @Override
  public String toString() {
    return prefix() + "…";
  }
}
