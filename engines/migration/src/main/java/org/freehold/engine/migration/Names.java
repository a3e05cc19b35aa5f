package org.freehold.engine.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Names of objects: at most 63 bytes, which PostgreSQL would cut off without a word (rule 38). */
final class Names {
  static final int LONGEST = 63;

  private Names() {}

  /** What is wrong with a name written by hand; the pointer is left to the caller. */
  static Optional<Fault> fault(String pointer, String name) {
    if (name == null || name.isBlank()) {
      return Optional.of(new Fault(pointer, "name_missing", "A name is missing."));
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(
          new Fault(pointer, "name_not_allowed", "The name contains a control character."));
    }
    int bytes = bytes(name);
    if (bytes > LONGEST) {
      return Optional.of(
          new Fault(
              pointer,
              "name_too_long",
              "The name has %d bytes, and PostgreSQL keeps %d.".formatted(bytes, LONGEST)));
    }
    if (name.startsWith(MigrationPlanner.TOMBSTONE)) {
      return Optional.of(
          new Fault(
              pointer,
              "name_reserved",
              "Names that begin with "
                  + MigrationPlanner.TOMBSTONE
                  + " are kept for what was retired."));
    }
    return Optional.empty();
  }

  /**
   * A name put together from parts; one that would be too long is cut, and told apart by a digest.
   */
  static String made(String... parts) {
    String name = String.join("_", parts);
    if (bytes(name) <= LONGEST) {
      return name;
    }
    String digest = "_" + digest(name).substring(0, 8);
    int end = name.length();
    while (bytes(name.substring(0, end)) > LONGEST - digest.length()) {
      end--;
    }
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + digest;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String digest(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
