package org.freehold.engine.transparency;

import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A statement over all leaves of a log so far (C2SP tlog-checkpoint).
 *
 * @param origin the name of the log, and of the key that signs for it
 * @param size the number of leaves
 * @param root the hash over them
 */
public record Checkpoint(String origin, long size, byte[] root) {

  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

  public Checkpoint {
    if (!VerifierKey.isName(origin)) {
      throw new IllegalArgumentException("The name of a log has no spaces and no plus");
    }
    if (size < 0 || root.length != Sha256.LENGTH) {
      throw new IllegalArgumentException("A checkpoint has a size, and a root of 32 bytes");
    }
  }

  /**
   * Reads the text of a note; throws {@link IllegalArgumentException} when it says something else.
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    boolean complete = lines.length > 3 && lines[lines.length - 1].isEmpty();
    if (!complete || !SIZE.matcher(lines[1]).matches()) {
      throw new IllegalArgumentException(
          "A checkpoint is the name of a log, its size and its root");
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
  }

  /** The lines that are signed. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }

  /** Signs it under the name of the log. */
  public SignedNote signed(VerifierKey key, PrivateKey secret) {
    return SignedNote.of(text(), key.named(origin), secret);
  }

  /** Whether both say the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that
        && origin.equals(that.origin)
        && size == that.size
        && Arrays.equals(root, that.root);
  }

  @Override
  public int hashCode() {
    return Objects.hash(origin, size, Arrays.hashCode(root));
  }

  @Override
  public String toString() {
    return text();
  }
}
