package org.freehold.engine.transparency;

/** A tile is missing, or has fewer hashes than a tree of this size must have. */
public final class IncompleteTree extends RuntimeException {
  private static final long serialVersionUID = 1;

  IncompleteTree(int level, long index) {
    super("The tile %d of level %d is missing or too short".formatted(index, level));
  }
}
