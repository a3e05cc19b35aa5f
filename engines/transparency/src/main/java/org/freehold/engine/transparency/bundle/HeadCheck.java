package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.freehold.engine.transparency.Json;
import org.freehold.engine.transparency.MerkleTree;

/**
 * What the platform's log was told of other logs, beside how far these are now: a log that is gone,
 * shorter or another at the same size is found, though nothing of its own tells of it.
 */
final class HeadCheck {
  private static final String TELLS = "audit.heads_recorded";

  private record Head(long size, String root, long index) {
    boolean canFollow(Head before) {
      return size > before.size() || size == before.size() && root.equals(before.root());
    }
  }

  private record Now(long size, String root, long from, List<byte[]> proof) {
    boolean canBeCompared(Head told) {
      return size <= told.size() || from == told.size();
    }

    /** Whether it is what was told, grown since or not. */
    boolean continues(Head told) {
      try {
        return MerkleTree.verifyConsistency(
            told.size(),
            size,
            size == told.size() ? List.of() : proof,
            Bundle.hash(told.root()),
            Bundle.hash(root));
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  private final Map<String, Head> told = new TreeMap<>();
  private final List<Finding> findings;

  HeadCheck(List<Finding> findings) {
    this.findings = findings;
  }

  /** Hears of every leaf; only some tell of heads. */
  void leaf(long index, Map<String, Object> leaf) {
    if (!TELLS.equals(leaf.get("action")) || !(leaf.get("chg") instanceof List<?> changes)) {
      return;
    }
    for (Object change : changes) {
      if (change instanceof Map<?, ?> one
          && "heads".equals(one.get("path"))
          && one.get("new") instanceof List<?> heads) {
        heads.forEach(head -> hear(index, head));
      }
    }
  }

  private void hear(long index, Object said) {
    if (said instanceof Map<?, ?> members
        && members.get("origin") instanceof String origin
        && members.get("size") instanceof BigDecimal size
        && Bundle.isWhole(size)
        && members.get("root") instanceof String root
        && isHash(root)) {
      Head head = new Head(size.longValueExact(), root, index);
      Head before = told.putIfAbsent(origin, head);
      if (before != null && !head.canFollow(before)) {
        findings.add(
            new Finding(
                "log_changed",
                index,
                null,
                "The log %s had %d leaves with the root %s, and later %d with the root %s"
                    .formatted(origin, before.size(), before.root(), head.size(), root)));
      }
      if (before != null && head.size() > before.size()) {
        told.put(origin, head);
      }
    } else {
      findings.add(new Finding("heads", index, null, "A head cannot be read"));
    }
  }

  private static boolean isHash(String base64) {
    try {
      return Bundle.hash(base64).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** With the file of heads, that there must be when leaves tell of any. */
  void compare(ZipFile zip, List<String> undecided) throws IOException {
    if (zip.getEntry(Bundle.HEADS) == null) {
      if (!told.isEmpty()) {
        findings.add(
            Finding.of(
                "heads",
                "Events tell of %d other logs, and the file that says how far these are is not there"
                    .formatted(told.size())));
      }
      return;
    }
    Map<String, Now> now = now(zip);
    told.forEach(
        (origin, head) -> {
          Now current = now.get(origin);
          if (current == null) {
            findings.add(
                new Finding(
                    "log_gone",
                    head.index(),
                    null,
                    "The log %s had %d leaves, and nothing is left of it"
                        .formatted(origin, head.size())));
          } else if (!current.canBeCompared(head)) {
            undecided.add(
                "The log %s cannot be compared with its %d leaves that the platform was told of: export up to now"
                    .formatted(origin, head.size()));
          } else if (!current.continues(head)) {
            findings.add(
                new Finding(
                    "log_changed",
                    head.index(),
                    null,
                    "The log %s had %d leaves with the root %s, and has %d that do not continue them"
                        .formatted(origin, head.size(), head.root(), current.size())));
          }
        });
  }

  private Map<String, Now> now(ZipFile zip) throws IOException {
    Map<String, Now> now = new TreeMap<>();
    try (Lines lines = new Lines(zip, Bundle.HEADS)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        try {
          Map<String, Object> head = Json.object(new String(line, StandardCharsets.UTF_8));
          String origin = Bundle.text(head, "origin");
          String root = Bundle.text(head, "root");
          if (origin == null || root == null) {
            throw new IllegalArgumentException("There is no log, or no root");
          }
          Now one =
              new Now(
                  Bundle.number(head, "size"),
                  root,
                  Bundle.number(head, "from"),
                  Bundle.hashes(head, "proof"));
          if (now.put(origin, one) != null) {
            throw new IllegalArgumentException("There are two of " + origin);
          }
        } catch (IllegalArgumentException e) {
          findings.add(Finding.of("heads", "A head cannot be read: " + e.getMessage()));
        }
      }
    }
    return now;
  }
}
