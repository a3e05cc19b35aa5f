package org.freehold.launcher.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** Logs that start over, with one older copy, when they have grown beyond ten megabytes. */
public final class LogFile {
  private static final long ENOUGH = 10L << 20;

  private LogFile() {}

  /** Call only while nobody writes to it. */
  public static void roll(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > ENOUGH) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines, in order. */
  public static String end(Path log, int lines) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    Deque<String> last = new ArrayDeque<>();
    try (Stream<String> all = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      all.forEach(
          line -> {
            last.addLast(line);
            if (last.size() > lines) {
              last.removeFirst();
            }
          });
    }
    return String.join("\n", last);
  }
}
