package org.freehold.engine.transparency.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.freehold.engine.transparency.Checkpoint;

/** What was signed, by size. All of it is kept: none takes the place of another. */
final class SignedTrees {
  private final TreeMap<Long, List<Checkpoint>> bySize = new TreeMap<>();

  void add(Checkpoint checkpoint, List<Finding> findings) {
    List<Checkpoint> same = bySize.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>());
    if (same.contains(checkpoint)) {
      return;
    }
    if (!same.isEmpty()) {
      findings.add(
          Finding.of(
              "fork",
              "Two checkpoints over %d leaves have different roots".formatted(checkpoint.size())));
    }
    same.add(checkpoint);
  }

  Set<Long> sizes() {
    return bySize.keySet();
  }

  boolean has(long size) {
    return bySize.containsKey(size);
  }

  /** Those over this size that say another root. */
  List<Checkpoint> against(long size, byte[] root) {
    return bySize.getOrDefault(size, List.of()).stream()
        .filter(checkpoint -> !Arrays.equals(checkpoint.root(), root))
        .toList();
  }
}
