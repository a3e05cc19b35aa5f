package org.freehold.engine.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The state of a growing tree: its size and the roots of its full subtrees, one for each bit set in
 * the size, so at most 63 hashes however many leaves there are. Enough to append and to know the
 * root. Not safe for use by several threads.
 */
public final class CompactRange {

  private final List<byte[]> subtrees = new ArrayList<>();
  private long size;

  private CompactRange() {}

  /** The state of a tree without leaves. */
  public static CompactRange empty() {
    return new CompactRange();
  }

  /**
   * A state kept earlier, from its {@link #size} and {@link #hashes}; throws {@link
   * IllegalArgumentException} when they do not belong together.
   */
  public static CompactRange of(long size, byte[] hashes) {
    if (size < 0 || hashes.length != Long.bitCount(size) * Sha256.LENGTH) {
      throw new IllegalArgumentException(
          "A tree of %d leaves has not %d bytes of hashes".formatted(size, hashes.length));
    }
    CompactRange range = new CompactRange();
    range.size = size;
    for (int from = 0; from < hashes.length; from += Sha256.LENGTH) {
      range.subtrees.add(Arrays.copyOfRange(hashes, from, from + Sha256.LENGTH));
    }
    return range;
  }

  /** Adds one leaf at the index that is now the {@link #size}. */
  public void append(byte[] leafHash) {
    append(leafHash, 0, (height, index, hash) -> {});
  }

  /**
   * Adds a full subtree of 2^height leaves behind those that are there; throws {@link
   * IllegalArgumentException} when no such subtree begins at this size.
   */
  public void append(byte[] hash, int height) {
    append(hash, height, (ignoredHeight, ignoredIndex, ignoredHash) -> {});
  }

  void append(byte[] hash, int height, Grown grown) {
    if (hash.length != Sha256.LENGTH) {
      throw new IllegalArgumentException("A leaf hash has 32 bytes, not " + hash.length);
    }
    if (height < 0 || height > 62 || (size & (1L << height) - 1) != 0) {
      throw new IllegalArgumentException(
          "No subtree of height %d begins at leaf %d".formatted(height, size));
    }
    byte[] subtree = hash.clone();
    int grownTo = height;
    long index = size >>> height;
    grown.subtree(grownTo, index, subtree);
    while ((index & 1) == 1) {
      subtree = MerkleTree.nodeHash(subtrees.remove(subtrees.size() - 1), subtree);
      grownTo++;
      index >>>= 1;
      grown.subtree(grownTo, index, subtree);
    }
    subtrees.add(subtree);
    size += 1L << height;
  }

  /** Hears of every subtree that became full. */
  interface Grown {
    void subtree(int height, long index, byte[] hash);
  }

  /** The root hash of the tree as it is now. */
  public byte[] root() {
    if (subtrees.isEmpty()) {
      return MerkleTree.emptyRoot();
    }
    int last = subtrees.size() - 1;
    byte[] root = subtrees.get(last).clone();
    for (int at = last - 1; at >= 0; at--) {
      root = MerkleTree.nodeHash(subtrees.get(at), root);
    }
    return root;
  }

  /** The number of leaves. */
  public long size() {
    return size;
  }

  /** The roots of the full subtrees from left (the largest) to right, 32 bytes each. */
  public byte[] hashes() {
    byte[] hashes = new byte[subtrees.size() * Sha256.LENGTH];
    for (int at = 0; at < subtrees.size(); at++) {
      System.arraycopy(subtrees.get(at), 0, hashes, at * Sha256.LENGTH, Sha256.LENGTH);
    }
    return hashes;
  }
}
