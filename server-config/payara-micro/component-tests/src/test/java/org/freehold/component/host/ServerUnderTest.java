package org.freehold.component.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.launcher.database.EmbeddedDatabase;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.Folders;
import org.freehold.launcher.folder.Ports;
import org.freehold.launcher.folder.Secrets;
import org.freehold.launcher.server.PayaraMicro;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts a fresh PostgreSQL with all migrations before the first test class, tells the server by
 * system properties where it is, and leaves nothing behind at the end.
 */
public final class ServerUnderTest implements LauncherSessionListener {
  private static final String OPERATOR = "operator@component.example";

  private DataFolder folder;
  private FreeholdDatabase database;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      Path path = Path.of(System.getProperty("component.data"));
      endKilledRun(path);
      folder = DataFolder.open(path);
      database = FreeholdDatabase.embedded(folder, 0);
      int port = Ports.anyFree();
      Path home = Path.of(System.getProperty("component.distribution")).toRealPath();
      System.setProperty("component.port", Integer.toString(port));
      System.setProperty("component.console", System.getProperty("component.console", "false"));
      System.setProperty("component.jvm-options", String.join(" ", jvmOptions()));
      System.setProperty(
          "component.server-options",
          String.join(" ", serverOptions(home, BootFiles.write(home, folder, database), port)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (database == null) {
      return;
    }
    try {
      // The server was stopped by Arquillian; this one is for a start that failed half-way.
      PayaraMicro.stopOrphans(folder);
      database.close();
      keepLog();
      Folders.delete(folder.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endKilledRun(Path path) throws IOException {
    if (!DataFolder.existsAt(path)) {
      return;
    }
    DataFolder left = DataFolder.open(path);
    PayaraMicro.stopOrphans(left);
    if (Files.exists(left.postgres())) {
      EmbeddedDatabase.start(left, 0).close();
    }
    Folders.delete(path);
  }

  private void keepLog() throws IOException {
    Path kept = folder.root().resolveSibling("logs");
    Folders.delete(kept);
    Files.move(folder.log(), kept);
  }

  private List<String> jvmOptions() throws IOException {
    Secrets secrets = new Secrets(folder);
    Path temporary = Files.createDirectories(folder.run().resolve("tmp"));
    return List.of(
        "-Dfreehold.data=" + folder.root(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        // Half of a start is the second compiler's work, which a server of tests never lives by.
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + temporary,
        "-Dcom.sun.enterprise.connectors.inbound.ramid=activemq-rar",
        "-Dfreehold.files.folder=" + folder.files(),
        "-Dfreehold.audit.checkpoints-folder=" + folder.checkpoints(),
        "-Dfreehold.master-key-file=" + secrets.masterKeyFile(),
        "-Dfreehold.admin-email=" + OPERATOR,
        "-Dfreehold.admin-password=" + secrets.password("operator"),
        "-Dfreehold.environments.database-url=" + environments().jdbcUrl(),
        "-Dfreehold.environments.database-password=" + environments().password(),
        "-Dfreehold.limits.anonymous-per-minute=100000",
        "-Dfreehold.retention.approval-above=6",
        "-Dcomponent.operator=" + OPERATOR,
        "-Dcomponent.superuser.url=" + database.administrator().jdbcUrl(),
        "-Dcomponent.superuser.user=" + database.administrator().user(),
        "-Dcomponent.superuser.password=" + database.administrator().password());
  }

  private DatabaseLogin environments() {
    return database.environments().orElseThrow();
  }

  private List<String> serverOptions(Path home, BootFiles boot, int port) {
    return List.of(
        "--nohazelcast",
        "--disablephonehome",
        "--port",
        Integer.toString(port),
        "--addlibs",
        home.resolve("postgresql.jar").toString(),
        "--logtofile",
        folder.log().resolve("server.log").toString(),
        "--prebootcommandfile",
        boot.preBoot().toString(),
        "--postbootcommandfile",
        boot.postBoot().toString());
  }
}
