package org.freehold.engine.transparency.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.Json;

/** The disclosures of a bundle beside the leaves that commit to them; both in the same order. */
final class Disclosures implements Closeable {
  private final Lines lines;
  private final List<Finding> findings;
  private Map<String, Object> next;
  private long matched;

  Disclosures(ZipFile zip, List<Finding> findings) throws IOException {
    this.lines = new Lines(zip, Bundle.DISCLOSURES);
    this.findings = findings;
    advance();
  }

  private void advance() throws IOException {
    byte[] line = lines.next();
    try {
      next = line == null ? null : Json.object(new String(line, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      next = Map.of();
    }
  }

  /** Takes those of the leaf. */
  void of(long index, String event, Map<String, Object> leaf) throws IOException {
    while (next != null && event != null && event.equals(next.get("event"))) {
      if (isCommitted(Bundle.text(next, "disclosure"), leaf)) {
        matched++;
      } else {
        findings.add(
            new Finding(
                "disclosure",
                index,
                event,
                Bundle.text(next, "disclosure") == null
                    ? "A personal value cannot be read any more"
                    : "A personal value is not one that the event commits to: it was changed"));
      }
      advance();
    }
  }

  private static boolean isCommitted(String encoded, Map<String, Object> leaf) {
    try {
      return encoded != null
          && leaf.get("sd") instanceof List<?> commitments
          && commitments.contains(Disclosure.parse(encoded).commitment());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  long matched() {
    return matched;
  }

  /** What is left belongs to no leaf. */
  void rest() throws IOException {
    if (next != null) {
      Object event = next.get("event");
      findings.add(
          new Finding(
              "disclosure",
              null,
              event == null ? null : event.toString(),
              "A personal value belongs to no event at this place of the bundle"));
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
