package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

  private record Head(long size, String root, long index) {}

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
            hash(told.root()),
            hash(root));
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    private static byte[] hash(String base64) {
      return Base64.getDecoder().decode(base64);
    }
  }

  private final Map<String, Head> told = new TreeMap<>();

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

  private void hear(long index, Object head) {
    if (head instanceof Map<?, ?> members
        && members.get("origin") instanceof String origin
        && members.get("size") instanceof java.math.BigDecimal size
        && members.get("root") instanceof String root) {
      Head before = told.get(origin);
      if (before == null || before.size() < size.longValue()) {
        told.put(origin, new Head(size.longValue(), root, index));
      }
    }
  }

  /** With the file of heads, if the bundle has one. */
  void compare(ZipFile zip, List<Finding> findings, List<String> undecided) throws IOException {
    if (zip.getEntry(Bundle.HEADS) == null) {
      return;
    }
    Map<String, Now> now = now(zip, findings);
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

  private static Map<String, Now> now(ZipFile zip, List<Finding> findings) throws IOException {
    Map<String, Now> now = new TreeMap<>();
    try (Lines lines = new Lines(zip, Bundle.HEADS)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        try {
          Map<String, Object> head = Json.object(new String(line, StandardCharsets.UTF_8));
          now.put(
              Bundle.text(head, "origin"),
              new Now(
                  Bundle.number(head, "size"),
                  Bundle.text(head, "root"),
                  Bundle.number(head, "from"),
                  Bundle.hashes(head, "proof")));
        } catch (IllegalArgumentException e) {
          findings.add(Finding.of("heads", "A head cannot be read: " + e.getMessage()));
        }
      }
    }
    return now;
  }
}
