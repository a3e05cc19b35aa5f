package org.freehold.engine.transparency;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Appends leaves to a tree of which only its {@link CompactRange} is known, and tells what that
 * adds to its tiles: the work depends on the number of new leaves, and not on the size of the tree.
 * Not safe for use by several threads.
 */
public final class GrowingTree {

  private final CompactRange range;
  private final Map<Tile, Added> added = new TreeMap<>();

  private record Tile(int level, long index) implements Comparable<Tile> {
    @Override
    public int compareTo(Tile other) {
      int byLevel = Integer.compare(level, other.level);
      return byLevel == 0 ? Long.compare(index, other.index) : byLevel;
    }
  }

  private record Added(int offset, ByteArrayOutputStream hashes) {}

  /** Goes on from here; the range grows with it. */
  public GrowingTree(CompactRange range) {
    this.range = range;
  }

  /** Adds a leaf behind the others. */
  public void append(byte[] leafHash) {
    range.append(leafHash, 0, this::note);
  }

  private void note(int height, long index, byte[] hash) {
    if (height % Tiles.HEIGHT == 0) {
      Tile tile = new Tile(height / Tiles.HEIGHT, index / Tiles.WIDTH);
      int offset = (int) (index % Tiles.WIDTH);
      added
          .computeIfAbsent(tile, unknown -> new Added(offset, new ByteArrayOutputStream()))
          .hashes()
          .writeBytes(hash);
    }
  }

  /** What was added since the beginning, by level and index. */
  public List<TilePart> parts() {
    List<TilePart> parts = new ArrayList<>();
    added.forEach(
        (tile, more) ->
            parts.add(
                new TilePart(
                    tile.level(), tile.index(), more.offset(), more.hashes().toByteArray())));
    return parts;
  }
}
