package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** Leaves that are not what was sealed at their places; some of them were sealed at others. */
final class Misplaced {
  private static final int MOST = 1000;

  private record Leaf(String event, String hash) {}

  private final Map<Long, Leaf> leaves = new TreeMap<>();
  private final long begin;
  private long more;

  Misplaced(long begin) {
    this.begin = begin;
  }

  void add(long index, String event, byte[] hash) {
    if (leaves.size() < MOST) {
      leaves.put(index, new Leaf(event, HexFormat.of().formatHex(hash)));
    } else {
      more++;
    }
  }

  void tell(ZipFile zip, List<Finding> findings) throws IOException {
    if (leaves.isEmpty()) {
      return;
    }
    Map<String, Long> places = places(zip);
    leaves.forEach(
        (index, leaf) -> {
          Long place = places.get(leaf.hash());
          findings.add(
              place == null
                  ? new Finding(
                      "changed", index, leaf.event(), "The event is not what was sealed here")
                  : new Finding(
                      "swapped",
                      index,
                      leaf.event(),
                      "The event was sealed at %d and stands at %d".formatted(place, index)));
        });
    if (more > 0) {
      findings.add(Finding.of("changed", more + " more events are not what was sealed"));
    }
  }

  private Map<String, Long> places(ZipFile zip) throws IOException {
    Set<String> wanted = leaves.values().stream().map(Leaf::hash).collect(Collectors.toSet());
    Map<String, Long> places = new HashMap<>();
    try (Lines hashes = new Lines(zip, Bundle.HASHES)) {
      long index = begin;
      for (byte[] hash = hashes.next(32); hash != null; hash = hashes.next(32)) {
        String hex = HexFormat.of().formatHex(hash);
        if (wanted.contains(hex)) {
          places.put(hex, index);
        }
        index++;
      }
    }
    return places;
  }
}
