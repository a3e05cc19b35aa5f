package org.freehold.engine.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Roots and proofs of a tree from its tiles (RFC 9162 §2.1.3.1 and §2.1.4.1): for each a few tiles
 * of each level, however large the tree is. Believes the tiles; whoever asks verifies what comes
 * out against a root.
 */
public final class TiledTree {

  private final TileSource tiles;

  /** Where the tiles are. */
  @FunctionalInterface
  public interface TileSource {
    /** The hashes of a tile one after the other, as far as it is filled; null: there is none. */
    byte[] tile(int level, long index);
  }

  public TiledTree(TileSource tiles) {
    this.tiles = tiles;
  }

  /** The root of the tree as it was at this size. */
  public byte[] root(long size) {
    return size == 0 ? MerkleTree.emptyRoot() : hash(0, size);
  }

  /** The hashes that show that the leaf is in the tree of this size, from the leaf upward. */
  public List<byte[]> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("No leaf %d in a tree of %d".formatted(index, size));
    }
    List<byte[]> proof = new ArrayList<>();
    path(index, 0, size, proof);
    return proof;
  }

  private void path(long index, long begin, long end, List<byte[]> proof) {
    if (end - begin == 1) {
      return;
    }
    long split = begin + split(end - begin);
    if (index < split) {
      path(index, begin, split, proof);
      proof.add(hash(split, end));
    } else {
      path(index, split, end, proof);
      proof.add(hash(begin, split));
    }
  }

  /** The hashes that show that the older tree is the beginning of the newer one. */
  public List<byte[]> consistency(long older, long newer) {
    if (older < 0 || older > newer) {
      throw new IllegalArgumentException("No tree of %d has become %d".formatted(older, newer));
    }
    List<byte[]> proof = new ArrayList<>();
    if (older > 0 && older < newer) {
      subproof(older, 0, newer, true, proof);
    }
    return proof;
  }

  private void subproof(long older, long begin, long end, boolean known, List<byte[]> proof) {
    if (older == end) {
      if (!known) {
        proof.add(hash(begin, end));
      }
      return;
    }
    long split = begin + split(end - begin);
    if (older <= split) {
      subproof(older, begin, split, known, proof);
      proof.add(hash(split, end));
    } else {
      subproof(older, split, end, false, proof);
      proof.add(hash(begin, split));
    }
  }

  /** What surrounds the leaves of a range, to prove that none is missing in it. */
  public RangeProof range(long begin, long end, long size) {
    if (begin < 0 || end < begin || size < end) {
      throw new IllegalArgumentException(
          "No leaves %d to %d in a tree of %d".formatted(begin, end, size));
    }
    return new RangeProof(
        begin,
        end,
        size,
        Subtrees.of(0, begin).stream().map(this::hash).toList(),
        Subtrees.of(end, size).stream().map(this::hash).toList());
  }

  /** The hash of a leaf as it was sealed. */
  public byte[] leafHash(long index) {
    return hash(new Subtrees.Subtree(index, 0));
  }

  /** The hash over a range that begins where a subtree may begin. */
  private byte[] hash(long begin, long end) {
    List<Subtrees.Subtree> subtrees = Subtrees.of(begin, end);
    byte[] hash = hash(subtrees.get(subtrees.size() - 1));
    for (int at = subtrees.size() - 2; at >= 0; at--) {
      hash = MerkleTree.nodeHash(hash(subtrees.get(at)), hash);
    }
    return hash;
  }

  private byte[] hash(Subtrees.Subtree subtree) {
    int level = subtree.height() / Tiles.HEIGHT;
    int height = subtree.height() % Tiles.HEIGHT;
    long first = subtree.start() >>> level * Tiles.HEIGHT;
    byte[] tile = tiles.tile(level, first / Tiles.WIDTH);
    int from = (int) (first % Tiles.WIDTH);
    if (tile == null || tile.length < (from + (1 << height)) * Sha256.LENGTH) {
      throw new IncompleteTree(level, first / Tiles.WIDTH);
    }
    return fold(tile, from, height);
  }

  private static byte[] fold(byte[] tile, int from, int height) {
    if (height == 0) {
      return Arrays.copyOfRange(tile, from * Sha256.LENGTH, (from + 1) * Sha256.LENGTH);
    }
    int half = 1 << height - 1;
    return MerkleTree.nodeHash(fold(tile, from, height - 1), fold(tile, from + half, height - 1));
  }

  /** The largest power of two below the number of leaves. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
