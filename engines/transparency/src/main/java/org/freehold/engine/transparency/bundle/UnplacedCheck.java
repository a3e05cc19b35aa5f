package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipFile;
import org.freehold.engine.transparency.Json;

/** Tells of events that stand in the trail and not in the tree. */
record UnplacedCheck(ZipFile zip, List<Finding> findings) {
  void run() throws IOException {
    try (Lines lines = new Lines(zip, Bundle.UNPLACED)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        String event = event(new String(line, StandardCharsets.UTF_8));
        findings.add(
            new Finding(
                "inserted",
                null,
                event,
                "The event stands in the trail and was never sealed: it was put there past the server"));
      }
    }
  }

  private static String event(String line) {
    try {
      return Bundle.text(Json.object(line), "event");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
