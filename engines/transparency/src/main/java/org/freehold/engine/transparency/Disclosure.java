package org.freehold.engine.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A value kept apart from its leaf so that it can be erased: base64url of the JSON array [salt,
 * path, value] with a salt of 128 bits. The leaf holds the {@link #commitment} (RFC 9901 §4.2),
 * which tells nothing once the disclosure is gone.
 *
 * @param path where in the event the value belongs, such as {@code actor.email}
 * @param encoded the form that is kept and hashed
 */
public record Disclosure(String path, String encoded) {

  private static final int SALT_BYTES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  public Disclosure {
    if (!parts(encoded).get(1).equals(path)) {
      throw new IllegalArgumentException("The encoded disclosure is of another path");
    }
  }

  /** A new disclosure under a salt of its own. */
  public static Disclosure of(SecureRandom random, String path, String value) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    List<String> parts = List.of(BASE64.encodeToString(salt), path, value);
    return new Disclosure(path, BASE64.encodeToString(CanonicalJson.valueBytes(parts)));
  }

  /** Throws {@link IllegalArgumentException} when it is not a disclosure. */
  public static Disclosure parse(String encoded) {
    return new Disclosure(parts(encoded).get(1), encoded);
  }

  /** What stands in the leaf: base64url of the SHA-256 of the encoded form. */
  public String commitment() {
    return BASE64.encodeToString(Sha256.of(encoded.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The value in clear. */
  public String value() {
    return parts(encoded).get(2);
  }

  /** Leaves out the value and the salt, which must not reach a log. */
  @Override
  public String toString() {
    return "Disclosure[path=" + path + ", commitment=" + commitment() + "]";
  }

  private static List<String> parts(String encoded) {
    List<String> parts = Json.strings(decoded(encoded));
    if (parts.size() != 3) {
      throw new IllegalArgumentException("A disclosure has a salt, a path and a value");
    }
    return parts;
  }

  private static String decoded(String encoded) {
    byte[] bytes = Base64.getUrlDecoder().decode(encoded);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("A disclosure is base64url of UTF-8", e);
    }
  }
}
