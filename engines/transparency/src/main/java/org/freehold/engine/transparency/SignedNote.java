package org.freehold.engine.transparency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A text with signatures below (C2SP signed-note). The text is worth nothing before {@link
 * #isSignedBy} or {@link #verifiedBy} said so.
 *
 * @param text ends with a newline
 */
public record SignedNote(String text, List<Line> signatures) {

  private static final String DASH = "\u2014 ";
  private static final int MOST_SIGNATURES = 100;
  private static final int ID_BYTES = 4;

  /**
   * One signature.
   *
   * @param name of the key
   * @param bytes the id of the key, and the signature
   */
  public record Line(String name, byte[] bytes) {
    byte[] id() {
      return Arrays.copyOf(bytes, ID_BYTES);
    }

    byte[] signature() {
      return Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
    }
  }

  public SignedNote {
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new IllegalArgumentException("A note is lines of text, the last one ended too");
    }
    signatures = List.copyOf(signatures);
  }

  /** Throws {@link IllegalArgumentException} when it is no note. */
  public static SignedNote parse(String note) {
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n") || note.length() == split + 2) {
      throw new IllegalArgumentException("Not a signed note");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
      lines.add(line(line));
    }
    if (lines.size() > MOST_SIGNATURES) {
      throw new IllegalArgumentException("More signatures than anybody needs");
    }
    return new SignedNote(note.substring(0, split + 1), lines);
  }

  private static Line line(String line) {
    String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : null;
    if (parts == null || parts.length != 2 || !VerifierKey.isName(parts[0])) {
      throw new IllegalArgumentException("Not a signature line");
    }
    byte[] bytes = Base64.getDecoder().decode(parts[1]);
    if (bytes.length <= ID_BYTES) {
      throw new IllegalArgumentException("A signature line without a signature");
    }
    return new Line(parts[0], bytes);
  }

  /** Signs the text with a key of Ed25519. */
  public static SignedNote of(String text, VerifierKey key, PrivateKey secret) {
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(secret);
      signing.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] signature = signing.sign();
      byte[] bytes = Arrays.copyOf(key.id(), ID_BYTES + signature.length);
      System.arraycopy(signature, 0, bytes, ID_BYTES, signature.length);
      return new SignedNote(text, List.of(new Line(key.name(), bytes)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of " + key.name() + " cannot sign", e);
    }
  }

  /** Whether the key signed it, and nothing under the key's name and id is wrong. */
  public boolean isSignedBy(VerifierKey key) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    List<Line> claimed =
        signatures.stream()
            .filter(line -> line.name().equals(key.name()) && Arrays.equals(line.id(), key.id()))
            .toList();
    return !claimed.isEmpty()
        && claimed.stream().allMatch(line -> key.verifies(message, line.signature()));
  }

  /** The first of the keys that signed it, or null. */
  public VerifierKey verifiedBy(Collection<VerifierKey> keys) {
    return keys.stream().filter(this::isSignedBy).findFirst().orElse(null);
  }

  /** The note as it is published. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (Line line : signatures) {
      note.append(DASH).append(line.name()).append(' ');
      note.append(Base64.getEncoder().encodeToString(line.bytes())).append('\n');
    }
    return note.toString();
  }
}
