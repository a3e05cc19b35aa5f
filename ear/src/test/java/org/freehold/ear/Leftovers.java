package org.freehold.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.freehold.launcher.folder.OrphanedProcess;

/** What runs that were killed left behind: their servers, their databases, their files. */
final class Leftovers {
  private Leftovers() {}

  /** Stops and deletes whatever is in the folder. */
  static void clear(Path folder) throws IOException {
    List<Path> runs;
    try (Stream<Path> content = Files.list(folder)) {
      runs = content.toList();
    }
    for (Path run : runs) {
      stop(run.resolve("domains/freehold/config/pid"), "glassfish");
      stop(run.resolve("data/postgresql/postmaster.pid"), "postgres");
      delete(run);
    }
  }

  /** Deletes the folder and what is in it; nothing when there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static void stop(Path pidFile, String inCommandLine) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    Optional<ProcessHandle> orphan =
        OrphanedProcess.find(pid, line -> line.contains(inCommandLine));
    if (orphan.isPresent()) {
      OrphanedProcess.stop(orphan.get(), "INT");
    }
  }
}
