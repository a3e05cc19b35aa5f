package org.freehold.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
  @TempDir private static Path place;
  private static DataFolder folder;
  private EmbeddedDatabase database;

  @BeforeAll
  static void openFolder() {
    folder = DataFolder.open(place.resolve("data"));
  }

  @AfterEach
  void stop() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void keepsEveryCommitAndListensOnLoopbackOnly() throws Exception {
    database = EmbeddedDatabase.start(folder, 0);
    assertThat(one("show fsync")).isEqualTo("on");
    assertThat(one("show synchronous_commit")).isEqualTo("on");
    assertThat(one("show full_page_writes")).isEqualTo("on");
    assertThat(one("show data_checksums")).isEqualTo("on");
    assertThat(one("show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(one("show unix_socket_directories")).isEmpty();
    assertThat(one("show server_version_num")).startsWith("17");
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    database = EmbeddedDatabase.start(folder, 0);
    String url = database.superuser("postgres").jdbcUrl();
    assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void hasYesterdaysDataOnYesterdaysPort() throws Exception {
    database = EmbeddedDatabase.start(folder, 0);
    int port = database.port();
    run("create table kept (n int)");
    run("insert into kept values (42)");
    database.close();

    database = EmbeddedDatabase.start(folder, 0);
    assertThat(database.port()).isEqualTo(port);
    assertThat(one("select n from kept")).isEqualTo("42");
  }

  @Test
  void recoversAfterPostgresWasKilled() throws Exception {
    database = EmbeddedDatabase.start(folder, 0);
    run("create table survived (n int)");
    run("insert into survived values (43)");
    kill(database.pid());

    database = EmbeddedDatabase.start(folder, 0);
    assertThat(one("select n from survived")).isEqualTo("43");
  }

  @Test
  void replacesAnOrphanInsteadOfUsingIt() throws Exception {
    EmbeddedDatabase orphan = EmbeddedDatabase.start(folder, 0);
    long pid = orphan.pid();

    database = EmbeddedDatabase.start(folder, 0);
    assertThat(database.pid()).isNotEqualTo(pid);
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(one("select 1")).isEqualTo("1");
  }

  @Test
  void isNotFooledByAProcessIdThatSomebodyElseHasNow() throws Exception {
    database = EmbeddedDatabase.start(folder, 0);
    database.close();
    Path pidFile = folder.postgres().resolve("postmaster.pid");
    Process somebodyElse = new ProcessBuilder("sh", "-c", "read line").start();
    try {
      Files.writeString(pidFile, somebodyElse.pid() + "\n" + folder.postgres() + "\n");
      database = EmbeddedDatabase.start(folder, 0);
      assertThat(one("select 1")).isEqualTo("1");
      assertThat(somebodyElse.isAlive()).isTrue();
    } finally {
      somebodyElse.destroyForcibly();
    }
  }

  @Test
  void refusesATakenPort() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder, other.getLocalPort()))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("--database-port");
    }
  }

  @Test
  void refusesADatabaseOfAnotherMajorVersion() throws Exception {
    DataFolder old = DataFolder.open(place.resolve("old"));
    Files.createDirectory(old.postgres());
    Files.writeString(old.postgres().resolve("PG_VERSION"), "16\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(old, 0))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("made by PostgreSQL 16, and this Freehold carries PostgreSQL 17")
        .hasMessageContaining("backup");
  }

  private static void kill(long pid) throws Exception {
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().get(20, TimeUnit.SECONDS);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.superuser("postgres").connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String one(String sql) throws SQLException {
    try (Connection connection = database.superuser("postgres").connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
