package org.freehold.engine.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * The full subtrees that a range of leaves falls into, from left to right: the fewest there are. Of
 * [0, size) they are those of a {@link CompactRange}.
 */
public final class Subtrees {

  private Subtrees() {}

  /**
   * One full subtree.
   *
   * @param start the index of its first leaf, a multiple of its width
   * @param height it has 2^height leaves
   */
  public record Subtree(long start, int height) {
    long width() {
      return 1L << height;
    }
  }

  /** Those of the leaves from {@code begin} to before {@code end}. */
  public static List<Subtree> of(long begin, long end) {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("No range of leaves: %d to %d".formatted(begin, end));
    }
    List<Subtree> subtrees = new ArrayList<>();
    long at = begin;
    while (at < end) {
      int fitting = 63 - Long.numberOfLeadingZeros(end - at);
      int aligned = at == 0 ? fitting : Math.min(fitting, Long.numberOfTrailingZeros(at));
      subtrees.add(new Subtree(at, aligned));
      at += 1L << aligned;
    }
    return subtrees;
  }
}
