package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.FolderLock;
import org.freehold.launcher.folder.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledLauncherIT {
  @TempDir private Path place;

  @Test
  @Timeout(60)
  void leavesAnOrphanThatTheNextStartReplacesWithoutLosingACommit() throws Exception {
    DataFolder folder = DataFolder.open(place.resolve("data"));
    Process launcher = launcherOn(folder);
    assertThatThrownBy(() -> FolderLock.take(folder)).isInstanceOf(Refused.class);
    long orphan = postgresOf(folder);

    launcher.destroyForcibly();
    launcher.onExit().get(20, TimeUnit.SECONDS);
    assertThat(ProcessHandle.of(orphan)).isPresent();

    FolderLock lock = FolderLock.take(folder);
    try (FreeholdDatabase database = FreeholdDatabase.embedded(folder, 0);
        Connection connection = database.app().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from control.tenant")) {
      assertThat(database.server().orElseThrow().pid()).isNotEqualTo(orphan);
      assertThat(database.migrated().applied()).isZero();
      assertThat(rows.next()).isTrue();
    } finally {
      lock.close();
    }
  }

  private static long postgresOf(DataFolder folder) {
    String directory = folder.postgres().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains("-D " + directory))
        .findFirst()
        .orElseThrow()
        .pid();
  }

  private static Process launcherOn(DataFolder folder) throws Exception {
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Freehold.class.getName(),
                "database",
                "--data",
                folder.root().toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith("PostgreSQL runs.")) {
      line = lines.readLine();
    }
    assertThat(line).startsWith("PostgreSQL runs.");
    return launcher;
  }
}
