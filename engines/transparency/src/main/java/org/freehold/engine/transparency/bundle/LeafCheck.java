package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.Json;
import org.freehold.engine.transparency.MerkleTree;

/** Goes through the leaves of a bundle once, beside the hashes that were sealed. */
final class LeafCheck {
  private static final int HASH = 32;
  private static final Pattern WITHHELD =
      Pattern.compile(
          "\"(%s|%s|%s)([0-9a-f]{64})?\"".formatted(Bundle.HIDDEN, Bundle.MISSING, Bundle.PRUNED));

  private final ZipFile zip;
  private final Bundle bundle;
  private final SignedTrees signed;
  private final List<Finding> findings;
  private final HeadCheck heads;
  private final List<Long> matched = new ArrayList<>();
  private final Misplaced misplaced;
  private final RemovedLeaves removed = new RemovedLeaves();
  private long leaves;
  private long hidden;
  private long disclosures;
  private long lastMatched;

  LeafCheck(ZipFile zip, Bundle bundle, SignedTrees signed, List<Finding> findings) {
    this.zip = zip;
    this.bundle = bundle;
    this.signed = signed;
    this.findings = findings;
    this.heads = new HeadCheck(findings);
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
      boolean incomplete = false;
      byte[] line = lines.next();
      while (line != null && leaves < count) {
        long index = range.size();
        byte[] sealed = hashes.next(HASH);
        byte[] told = told(index, line, sealed, disclosed);
        incomplete |= sealed == null;
        leaves++;
        range.append(sealed == null ? told : sealed);
        compare(range);
        line = lines.next();
      }
      if (incomplete || leaves < count || line != null || hashes.next(1) != null) {
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
      return withheld(index, new String(line, StandardCharsets.UTF_8), sealed);
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

  private byte[] withheld(long index, String line, byte[] sealed) {
    Matcher marker = WITHHELD.matcher(line);
    if (!marker.matches()) {
      findings.add(new Finding("changed", index, null, "What stands here is no event"));
      return new byte[HASH];
    }
    byte[] hash =
        marker.group(2) == null ? new byte[HASH] : HexFormat.of().parseHex(marker.group(2));
    boolean same = sealed == null || Arrays.equals(hash, sealed);
    if (marker.group(1).equals(Bundle.MISSING)) {
      findings.add(
          new Finding(
              "removed", index, null, "The event was sealed here and is gone from the trail"));
    } else {
      if (marker.group(1).equals(Bundle.PRUNED)) {
        removed.add(index);
      } else {
        hidden++;
      }
      same &= marker.group(2) != null;
    }
    if (!same) {
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

  /** With checkpoints over the leaves so far; the whole tree is compared at the end. */
  private void compare(CompactRange range) {
    long size = range.size();
    if (size == bundle.range().size() || !signed.has(size)) {
      return;
    }
    byte[] root = range.root();
    signed.against(size, root).forEach(other -> findings.add(rewritten(size)));
    matches(size, root);
  }

  /** Remembers that what was signed over this size holds, if it does. */
  void matches(long size, byte[] root) {
    if (signed.has(size) && signed.against(size, root).isEmpty()) {
      matched.add(size);
      lastMatched = size;
    }
  }

  Finding rewritten(long size) {
    return new Finding(
        "rewritten",
        lastMatched,
        null,
        "The first %d leaves are not those over which a checkpoint was signed: between leaf %d and leaf %d the tree was rewritten"
            .formatted(size, lastMatched, size));
  }

  HeadCheck heads() {
    return heads;
  }

  RemovedLeaves removed() {
    return removed;
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
