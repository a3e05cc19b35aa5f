package org.freehold.engine.transparency;

import java.util.List;

/**
 * Proves that leaves are all that a tree has from one index to another: the subtrees on both sides
 * of them. With the leaves between they must make the root, and no leaf more or less does.
 *
 * @param begin the index of the first leaf
 * @param end the index behind the last one
 * @param size of the tree
 * @param left the roots of the full subtrees of [0, begin), from left to right
 * @param right those of [end, size)
 */
public record RangeProof(long begin, long end, long size, List<byte[]> left, List<byte[]> right) {

  public RangeProof {
    if (begin < 0 || end < begin || size < end) {
      throw new IllegalArgumentException(
          "No leaves %d to %d in a tree of %d".formatted(begin, end, size));
    }
    left = List.copyOf(left);
    right = List.copyOf(right);
    if (left.size() != Subtrees.of(0, begin).size()
        || right.size() != Subtrees.of(end, size).size()) {
      throw new IllegalArgumentException(
          "The leaves %d to %d of %d are not surrounded by %d and %d subtrees"
              .formatted(begin, end, size, left.size(), right.size()));
    }
  }

  /** The tree before the first leaf of the range: what the leaves are to be appended to. */
  public CompactRange before() {
    CompactRange range = CompactRange.empty();
    append(range, Subtrees.of(0, begin), left);
    return range;
  }

  /**
   * The root of the whole tree, once all leaves were appended to {@link #before}; throws {@link
   * IllegalArgumentException} when there were more or fewer.
   */
  public byte[] root(CompactRange withLeaves) {
    if (withLeaves.size() != end) {
      throw new IllegalArgumentException(
          "The range ends at leaf %d, not %d".formatted(end, withLeaves.size()));
    }
    CompactRange whole = CompactRange.of(withLeaves.size(), withLeaves.hashes());
    append(whole, Subtrees.of(end, size), right);
    return whole.root();
  }

  private static void append(
      CompactRange range, List<Subtrees.Subtree> subtrees, List<byte[]> hashes) {
    for (int at = 0; at < hashes.size(); at++) {
      range.append(hashes.get(at), subtrees.get(at).height());
    }
  }
}
