package org.freehold.engine.transparency;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * That a leaf is in a log, as one text (C2SP tlog-proof).
 *
 * @param index of the leaf
 * @param proof from the leaf upward
 * @param checkpoint the note of a checkpoint as it was signed
 */
public record InclusionNote(long index, List<byte[]> proof, SignedNote checkpoint) {

  private static final String FIRST = "c2sp.org/tlog-proof@v1";
  private static final String INDEX = "index ";

  /** Throws {@link IllegalArgumentException} when it is no such text. */
  public static InclusionNote parse(String text) {
    int split = text.indexOf("\n\n");
    String[] lines = split < 0 ? new String[0] : text.substring(0, split).split("\n");
    if (lines.length < 2 || !lines[0].equals(FIRST)) {
      throw new IllegalArgumentException("Not a proof of the form " + FIRST);
    }
    int at = lines[1].startsWith("extra ") ? 2 : 1;
    if (at == lines.length || !lines[at].matches("index (0|[1-9][0-9]{0,17})")) {
      throw new IllegalArgumentException("A proof names the index of its leaf");
    }
    long index = Long.parseLong(lines[at].substring(INDEX.length()));
    List<byte[]> hashes = new ArrayList<>();
    for (String line : List.of(lines).subList(at + 1, lines.length)) {
      hashes.add(Base64.getDecoder().decode(line));
    }
    return new InclusionNote(index, hashes, SignedNote.parse(text.substring(split + 2)));
  }

  /** Whether it proves this leaf to be in the log of the key, and the key signed the checkpoint. */
  public boolean proves(byte[] leaf, VerifierKey key) {
    if (!checkpoint.isSignedBy(key)) {
      return false;
    }
    Checkpoint said = Checkpoint.parse(checkpoint.text());
    return said.origin().equals(key.name())
        && MerkleTree.verifyInclusion(
            index, said.size(), MerkleTree.leafHash(leaf), proof, said.root());
  }

  /** The text to keep, by custom in a file that ends with {@code .tlog-proof}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(FIRST).append('\n').append(INDEX).append(index);
    text.append('\n');
    for (byte[] hash : proof) {
      text.append(Base64.getEncoder().encodeToString(hash)).append('\n');
    }
    return text.append('\n').append(checkpoint).toString();
  }
}
