package org.freehold.engine.transparency;

import java.util.Arrays;
import java.util.List;

/**
 * The hashes of a Merkle tree (RFC 6962 §2.1, SHA-256) and the verification of its proofs (RFC 9162
 * §2.1.3.2 and §2.1.4.2). Verification answers false to whatever is not a proof, malformed input
 * included.
 */
public final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private MerkleTree() {}

  /** The root of a tree without leaves. */
  public static byte[] emptyRoot() {
    return Sha256.of();
  }

  /** The hash of a leaf from its bytes as stored. */
  public static byte[] leafHash(byte[] leaf) {
    return Sha256.of(LEAF, leaf);
  }

  /** The hash of a node from the hashes of its two children, 32 bytes each. */
  public static byte[] nodeHash(byte[] left, byte[] right) {
    if (!isHash(left) || !isHash(right)) {
      throw new IllegalArgumentException("A node is made of two hashes of 32 bytes");
    }
    return Sha256.of(NODE, left, right);
  }

  /**
   * Whether the proof shows that the leaf stands at this index, from 0, in the tree of this size
   * and root.
   */
  public static boolean verifyInclusion(
      long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
    if (index < 0 || index >= size || !areHashes(proof) || !isHash(leafHash)) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : proof) {
      if (last == 0) {
        return false;
      }
      if (isRight(node) || node == last) {
        hash = nodeHash(sibling, hash);
        int levels = levelsWithoutSibling(node);
        node >>>= levels;
        last >>>= levels;
      } else {
        hash = nodeHash(hash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /**
   * Whether the proof shows that the tree of the older size and root is the beginning of the newer
   * one. Two equal trees need no proof; of an empty tree nothing can be shown to a larger one.
   */
  public static boolean verifyConsistency(
      long olderSize, long newerSize, List<byte[]> proof, byte[] olderRoot, byte[] newerRoot) {
    if (olderSize < 0 || olderSize > newerSize || !areHashes(proof)) {
      return false;
    }
    if (olderSize == newerSize) {
      return proof.isEmpty()
          && Arrays.equals(olderRoot, newerRoot)
          && (olderSize > 0 || Arrays.equals(olderRoot, emptyRoot()));
    }
    if (olderSize == 0 || proof.isEmpty() || !isHash(olderRoot)) {
      return false;
    }
    // A full older tree is itself a node of the newer one, and its root is left out of the proof.
    boolean full = Long.bitCount(olderSize) == 1;
    byte[] seed = full ? olderRoot : proof.get(0);
    List<byte[]> path = full ? proof : proof.subList(1, proof.size());
    int levels = Long.numberOfTrailingZeros(olderSize);
    return climb(
        (olderSize - 1) >>> levels, (newerSize - 1) >>> levels, seed, path, olderRoot, newerRoot);
  }

  private static boolean climb(
      long start,
      long startOfLast,
      byte[] seed,
      List<byte[]> path,
      byte[] olderRoot,
      byte[] newerRoot) {
    long node = start;
    long last = startOfLast;
    byte[] older = seed;
    byte[] newer = seed;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if (isRight(node) || node == last) {
        older = nodeHash(sibling, older);
        newer = nodeHash(sibling, newer);
        int levels = levelsWithoutSibling(node);
        node >>>= levels;
        last >>>= levels;
      } else {
        newer = nodeHash(newer, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(older, olderRoot) && Arrays.equals(newer, newerRoot);
  }

  private static boolean isRight(long node) {
    return (node & 1) == 1;
  }

  /** A last node on the left of its level rises until it is a right child or the root. */
  private static int levelsWithoutSibling(long node) {
    return node == 0 ? 0 : Long.numberOfTrailingZeros(node);
  }

  private static boolean areHashes(List<byte[]> proof) {
    return proof.stream().allMatch(MerkleTree::isHash);
  }

  private static boolean isHash(byte[] bytes) {
    return bytes != null && bytes.length == Sha256.LENGTH;
  }
}
