package org.freehold.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.freehold.launcher.folder.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayaraMicroTest {
  @TempDir private Path place;

  @Test
  void stopsTheOrphansOfItsOwnFolderOnly() throws Exception {
    DataFolder folder = DataFolder.open(place.resolve("data"));
    DataFolder neighbour = DataFolder.open(place.resolve("data2"));
    Process orphan = serverOf(folder);
    Process other = serverOf(neighbour);
    try {
      PayaraMicro.stopOrphans(folder);
      assertThat(orphan.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(other.isAlive()).isTrue();
    } finally {
      orphan.destroyForcibly();
      other.destroyForcibly();
    }
  }

  /** Looks like a server in the list of processes, and waits for a line that never comes. */
  private static Process serverOf(DataFolder folder) throws IOException {
    Process process =
        new ProcessBuilder(
                "sh", "-c", "echo up; read line", "java", "-Dfreehold.data=" + folder.root())
            .start();
    // The first byte says that the command line is the one that we look for.
    assertThat(process.getInputStream().read()).isEqualTo('u');
    return process;
  }
}
