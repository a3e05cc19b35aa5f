package org.freehold.engine.transparency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The definitions of RFC 9162 §2.1 word by word: slow, and made from nothing that is under test.
 */
final class ReferenceTree {

  private final List<byte[]> leafHashes;

  ReferenceTree(int size) {
    this.leafHashes =
        IntStream.range(0, size)
            .mapToObj(leaf -> ("leaf " + leaf).getBytes(StandardCharsets.US_ASCII))
            .map(bytes -> Sha256.of(new byte[] {0}, bytes))
            .toList();
  }

  byte[] leafHash(int index) {
    return leafHashes.get(index);
  }

  byte[] root(int size) {
    return root(leafHashes.subList(0, size));
  }

  List<byte[]> inclusion(int index, int size) {
    return path(index, leafHashes.subList(0, size));
  }

  List<byte[]> consistency(int older, int newer) {
    return subproof(older, leafHashes.subList(0, newer), true);
  }

  static byte[] root(List<byte[]> hashes) {
    if (hashes.isEmpty()) {
      return Sha256.of();
    }
    if (hashes.size() == 1) {
      return hashes.get(0);
    }
    int split = split(hashes.size());
    byte[] left = root(hashes.subList(0, split));
    return Sha256.of(new byte[] {1}, left, root(hashes.subList(split, hashes.size())));
  }

  private static List<byte[]> path(int index, List<byte[]> hashes) {
    if (hashes.size() <= 1) {
      return new ArrayList<>();
    }
    int split = split(hashes.size());
    List<byte[]> left = hashes.subList(0, split);
    List<byte[]> right = hashes.subList(split, hashes.size());
    List<byte[]> path = index < split ? path(index, left) : path(index - split, right);
    path.add(root(index < split ? right : left));
    return path;
  }

  private static List<byte[]> subproof(int older, List<byte[]> hashes, boolean known) {
    if (older == hashes.size()) {
      return known ? new ArrayList<>() : new ArrayList<>(List.of(root(hashes)));
    }
    int split = split(hashes.size());
    List<byte[]> left = hashes.subList(0, split);
    List<byte[]> right = hashes.subList(split, hashes.size());
    boolean isLeft = older <= split;
    List<byte[]> proof =
        isLeft ? subproof(older, left, known) : subproof(older - split, right, false);
    proof.add(root(isLeft ? right : left));
    return proof;
  }

  /** The largest power of two below the size. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
