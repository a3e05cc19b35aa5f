package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.freehold.engine.transparency.Json;
import org.freehold.engine.transparency.MerkleTree;

/**
 * Leaves that retention removed. Each must be covered by a certificate: an event of the product's
 * own that says which places it lets go, with a place behind them all in the same tree.
 */
final class RemovedLeaves {
  private static final String ACTION = "retention.certified";
  private static final String JOB = "job:retention-cleanup";

  private final List<long[]> runs = new ArrayList<>();
  private long count;

  /** In the order of places. */
  void add(long index) {
    count++;
    if (!runs.isEmpty() && runs.get(runs.size() - 1)[1] == index) {
      runs.get(runs.size() - 1)[1]++;
    } else {
      runs.add(new long[] {index, index + 1});
    }
  }

  long count() {
    return count;
  }

  /** Tells those that no certificate covers, and where the certificates are. */
  void compare(ZipFile zip, Bundle bundle, byte[] root, List<Finding> findings, List<String> notes)
      throws IOException {
    TreeMap<Long, Long> covered = new TreeMap<>();
    List<Long> places = new ArrayList<>();
    try (Lines lines = new Lines(zip, Bundle.CERTIFICATES)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        try {
          String text = new String(line, StandardCharsets.UTF_8);
          places.add(certified(Json.object(text), bundle, root, covered));
        } catch (IllegalArgumentException e) {
          findings.add(
              Finding.of(
                  "certificate", "A certificate of retention does not hold: " + e.getMessage()));
        }
      }
    }
    for (long[] run : runs) {
      uncovered(run[0], run[1], covered, findings);
    }
    if (count > 0) {
      notes.add(
          "%d events were removed when their time was over; certificates are the leaves: %s"
              .formatted(
                  count, places.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
  }

  private static long certified(
      Map<String, Object> told, Bundle bundle, byte[] root, TreeMap<Long, Long> covered) {
    long index = Bundle.number(told, "index");
    byte[] leaf = Base64.getDecoder().decode(String.valueOf(told.get("leaf")));
    List<byte[]> proof = Bundle.hashes(told, "proof");
    long size = bundle.range().size();
    if (!MerkleTree.verifyInclusion(index, size, MerkleTree.leafHash(leaf), proof, root)) {
      throw new IllegalArgumentException("it is not leaf " + index + " of the tree");
    }
    Map<String, Object> event = Json.object(new String(leaf, StandardCharsets.UTF_8));
    boolean ours =
        bundle.log().equals(event.get("log"))
            && ACTION.equals(event.get("action"))
            && "success".equals(event.get("outcome"))
            && "freehold".equals(event.get("observer"))
            && event.get("actor") instanceof Map<?, ?> actor
            && "system".equals(actor.get("type"))
            && JOB.equals(actor.get("id"));
    if (!ours) {
      throw new IllegalArgumentException("leaf " + index + " is no certificate");
    }
    for (long[] range : ranges(event)) {
      if (range[0] >= range[1] || range[1] > index) {
        throw new IllegalArgumentException("leaf " + index + " certifies no leaves before it");
      }
      covered.merge(range[0], range[1], Math::max);
    }
    return index;
  }

  private static List<long[]> ranges(Map<String, Object> event) {
    List<long[]> ranges = new ArrayList<>();
    if (event.get("chg") instanceof List<?> changes) {
      for (Object change : changes) {
        if (change instanceof Map<?, ?> one
            && "places".equals(one.get("path"))
            && one.get("new") instanceof List<?> places) {
          places.forEach(place -> ranges.add(range(place)));
        }
      }
    }
    return ranges;
  }

  private static long[] range(Object place) {
    if (place instanceof Map<?, ?> members
        && members.get("begin") instanceof BigDecimal begin
        && members.get("end") instanceof BigDecimal end
        && Bundle.isWhole(begin)
        && Bundle.isWhole(end)) {
      return new long[] {begin.longValueExact(), end.longValueExact()};
    }
    throw new IllegalArgumentException("its places cannot be read");
  }

  private static void uncovered(
      long begin, long end, TreeMap<Long, Long> covered, List<Finding> findings) {
    long at = begin;
    for (Map.Entry<Long, Long> range : covered.entrySet()) {
      if (range.getKey() > at) {
        break;
      }
      at = Math.max(at, range.getValue());
    }
    if (at < end) {
      findings.add(
          new Finding(
              "removed",
              at,
              null,
              "Events from here to before %d were sealed and are gone, and no certificate covers them"
                  .formatted(end)));
    }
  }
}
