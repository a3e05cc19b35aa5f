package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.Json;
import org.freehold.engine.transparency.MerkleTree;

/** Goes through the leaves of a bundle once, beside the hashes that were sealed. */
final class LeafCheck {
  private static final int HASH = 32;

  private final ZipFile zip;
  private final Bundle bundle;
  private final TreeMap<Long, Checkpoint> expected;
  private final List<Finding> findings;
  private final HeadCheck heads = new HeadCheck();
  private final List<Long> matched = new ArrayList<>();
  private final Misplaced misplaced;
  private long leaves;
  private long hidden;
  private long disclosures;
  private long lastMatched;

  LeafCheck(
      ZipFile zip, Bundle bundle, TreeMap<Long, Checkpoint> expected, List<Finding> findings) {
    this.zip = zip;
    this.bundle = bundle;
    this.expected = expected;
    this.findings = findings;
    this.misplaced = new Misplaced(bundle.range().begin());
  }

  /** The tree of the hashes that were sealed, as far as they are there. */
  CompactRange run() throws IOException {
    CompactRange range = bundle.range().before();
    long count = bundle.range().end() - bundle.range().begin();
    lastMatched = bundle.range().begin();
    try (Lines lines = new Lines(zip, Bundle.LEAVES);
        Lines hashes = new Lines(zip, Bundle.HASHES);
        Disclosures disclosed = new Disclosures(zip, findings)) {
      compare(range);
      byte[] line = lines.next();
      while (line != null && leaves < count) {
        long index = range.size();
        byte[] sealed = hashes.next(HASH);
        byte[] told = told(index, line, sealed, disclosed);
        leaves++;
        range.append(sealed == null ? told : sealed);
        compare(range);
        line = lines.next();
      }
      if (leaves < count || line != null || hashes.next(1) != null) {
        findings.add(
            new Finding(
                "count",
                range.size(),
                null,
                "The bundle says it has the leaves %d to %d, and it has others"
                    .formatted(bundle.range().begin(), bundle.range().end())));
      }
      disclosures = disclosed.matched();
      disclosed.rest();
    }
    misplaced.tell(zip, findings);
    return range;
  }

  /** The hash of what the line shows. */
  private byte[] told(long index, byte[] line, byte[] sealed, Disclosures disclosed)
      throws IOException {
    if (line.length > 0 && line[0] == '"') {
      return withheld(index, new String(line, StandardCharsets.US_ASCII).replace("\"", ""), sealed);
    }
    byte[] hash = MerkleTree.leafHash(line);
    Map<String, Object> leaf = leaf(line);
    String event = leaf == null ? null : Bundle.text(leaf, "id");
    if (sealed == null || !Arrays.equals(hash, sealed)) {
      misplaced.add(index, event, hash);
    }
    if (leaf == null) {
      findings.add(new Finding("leaf", index, null, "The leaf cannot be read"));
      return hash;
    }
    if (!bundle.log().equals(leaf.get("log"))) {
      findings.add(
          new Finding("log", index, event, "The event is of another log: " + leaf.get("log")));
    }
    disclosed.of(index, event, leaf);
    heads.leaf(index, leaf);
    return hash;
  }

  private byte[] withheld(long index, String text, byte[] sealed) {
    boolean missing = text.startsWith(Bundle.MISSING);
    if (missing) {
      findings.add(
          new Finding(
              "removed", index, null, "The event was sealed here and is gone from the trail"));
    } else {
      hidden++;
    }
    String hex = text.substring(text.indexOf(':') + 1);
    byte[] hash = hex.matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(hex) : new byte[HASH];
    if (sealed != null && !Arrays.equals(hash, sealed)) {
      findings.add(
          new Finding("changed", index, null, "The hash of a leaf that is not shown is another"));
    }
    return hash;
  }

  private static Map<String, Object> leaf(byte[] line) {
    try {
      return Json.object(new String(line, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void compare(CompactRange range) {
    Checkpoint checkpoint = expected.get(range.size());
    if (checkpoint == null) {
      return;
    }
    if (Arrays.equals(range.root(), checkpoint.root())) {
      matched.add(range.size());
      lastMatched = range.size();
    } else if (range.size() < bundle.range().size()) {
      findings.add(
          new Finding(
              "rewritten",
              lastMatched,
              null,
              "The first %d leaves are not those over which a checkpoint was signed: between leaf %d and leaf %d the tree was rewritten"
                  .formatted(range.size(), lastMatched, range.size())));
    }
  }

  HeadCheck heads() {
    return heads;
  }

  long leaves() {
    return leaves;
  }

  long hidden() {
    return hidden;
  }

  long disclosures() {
    return disclosures;
  }

  List<Long> matched() {
    return List.copyOf(matched);
  }
}
