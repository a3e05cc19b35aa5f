package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.freehold.engine.transparency.Json;

/**
 * What the platform's log was told of other logs, beside how far these are now: a log that is gone,
 * shorter or another at the same size is found, though nothing of its own tells of it.
 */
final class HeadCheck {
  private static final String TELLS = "audit.heads_recorded";

  private record Head(long size, String root, long index) {}

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
  void compare(ZipFile zip, List<Finding> findings) throws IOException {
    if (zip.getEntry(Bundle.HEADS) == null) {
      return;
    }
    Map<String, Head> now = now(zip, findings);
    told.forEach(
        (origin, head) -> {
          Head current = now.get(origin);
          if (current == null) {
            findings.add(
                new Finding(
                    "log_gone",
                    head.index(),
                    null,
                    "The log %s had %d leaves, and nothing is left of it"
                        .formatted(origin, head.size())));
          } else if (current.size() < head.size()
              || current.size() == head.size() && !current.root().equals(head.root())) {
            findings.add(
                new Finding(
                    "log_changed",
                    head.index(),
                    null,
                    "The log %s had %d leaves with the root %s, and has %d with the root %s"
                        .formatted(
                            origin, head.size(), head.root(), current.size(), current.root())));
          }
        });
  }

  private static Map<String, Head> now(ZipFile zip, List<Finding> findings) throws IOException {
    Map<String, Head> now = new TreeMap<>();
    try (Lines lines = new Lines(zip, Bundle.HEADS)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        try {
          Map<String, Object> head = Json.object(new String(line, StandardCharsets.UTF_8));
          now.put(
              Bundle.text(head, "origin"),
              new Head(Bundle.number(head, "size"), Bundle.text(head, "root"), 0));
        } catch (IllegalArgumentException e) {
          findings.add(Finding.of("heads", "A head cannot be read: " + e.getMessage()));
        }
      }
    }
    return now;
  }
}
