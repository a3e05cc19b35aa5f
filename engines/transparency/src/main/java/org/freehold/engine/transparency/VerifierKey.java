package org.freehold.engine.transparency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A name and the Ed25519 key that signs notes under it (C2SP signed-note). One key may sign under
 * several names; its {@link #id} is then another for each.
 */
public final class VerifierKey {

  static final byte ED25519 = 1;

  /** What stands before the 32 bytes of a key in the form that OpenSSL and the JDK read (SPKI). */
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int RAW_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final int ID_BYTES = 4;

  private final String name;
  private final byte[] raw;

  private VerifierKey(String name, byte[] raw) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "A key's name has no spaces and no plus, and is not empty");
    }
    if (raw.length != RAW_BYTES) {
      throw new IllegalArgumentException("A key of Ed25519 has 32 bytes, not " + raw.length);
    }
    this.name = name;
    this.raw = raw.clone();
  }

  /** From the public key as the JDK encodes it. */
  public static VerifierKey of(String name, PublicKey key) {
    return ofSpki(name, key.getEncoded());
  }

  /** From the DER form of the public key. */
  public static VerifierKey ofSpki(String name, byte[] spki) {
    if (spki.length != SPKI.length + RAW_BYTES
        || !Arrays.equals(SPKI, Arrays.copyOf(spki, SPKI.length))) {
      throw new IllegalArgumentException("Not a public key of Ed25519");
    }
    return new VerifierKey(name, Arrays.copyOfRange(spki, SPKI.length, spki.length));
  }

  /**
   * From its text, {@code name+id+key}; throws {@link IllegalArgumentException} when it is none of
   * Ed25519, or the id is not that of the name and key.
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("A verifier key is name+id+key");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != RAW_BYTES + 1 || typed[0] != ED25519) {
      throw new IllegalArgumentException("The verifier key " + parts[0] + " is not of Ed25519");
    }
    VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
      throw new IllegalArgumentException("The id of the verifier key " + parts[0] + " is wrong");
    }
    return key;
  }

  /** Whether a key and a log may be called so. */
  public static boolean isName(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(
                c -> c == '+' || c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  public String name() {
    return name;
  }

  /** The four bytes by which a signature names its key. */
  public byte[] id() {
    byte[] typed = {'\n', ED25519};
    byte[] hash = Sha256.of(name.getBytes(StandardCharsets.UTF_8), typed, raw);
    return Arrays.copyOf(hash, ID_BYTES);
  }

  /** The key under another name. */
  public VerifierKey named(String other) {
    return new VerifierKey(other, raw);
  }

  /** The DER form of the public key. */
  public byte[] spki() {
    byte[] spki = Arrays.copyOf(SPKI, SPKI.length + RAW_BYTES);
    System.arraycopy(raw, 0, spki, SPKI.length, RAW_BYTES);
    return spki;
  }

  /** The platform takes one that is longer when what is too much is zero (RFC 8032 §5.1.7). */
  boolean verifies(byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki())));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      // A key or a signature that cannot even be read verifies nothing.
      return false;
    }
  }

  /** The text that is published: name, id and key. */
  @Override
  public String toString() {
    byte[] typed = new byte[RAW_BYTES + 1];
    typed[0] = ED25519;
    System.arraycopy(raw, 0, typed, 1, RAW_BYTES);
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(raw, key.raw);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, Arrays.hashCode(raw));
  }
}
