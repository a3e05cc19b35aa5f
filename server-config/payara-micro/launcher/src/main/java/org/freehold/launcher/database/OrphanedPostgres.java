package org.freehold.launcher.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.freehold.launcher.folder.OrphanedProcess;

/**
 * A PostgreSQL that outlived its launcher (a killed launcher cannot stop it). Process ids are used
 * again by the system, so nothing is stopped unless its command line names our data directory.
 */
final class OrphanedPostgres {
  private final Path directory;
  private final PostgresFiles files;

  OrphanedPostgres(Path directory) {
    this.directory = directory;
    this.files = new PostgresFiles(directory);
  }

  void stop() throws IOException {
    Optional<Long> pid = files.postmaster();
    if (pid.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> orphan =
        OrphanedProcess.find(
            pid.get(), line -> line.contains("postgres") && line.contains(directory.toString()));
    if (orphan.isEmpty()) {
      // The id in the file is dead or somebody else's; PostgreSQL itself would refuse to start.
      files.forgetPostmaster();
      return;
    }
    OrphanedProcess.stop(orphan.get(), "INT");
  }
}
