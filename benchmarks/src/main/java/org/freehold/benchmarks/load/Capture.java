package org.freehold.benchmarks.load;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.freehold.launcher.database.DatabaseLogin;

/** Makes the database tell the SQL that a request sends, and lets it be silent again. */
public final class Capture implements AutoCloseable {
  private static final int PATIENCE = 200;

  private final DatabaseLogin administrator;
  private final String role;
  private final Path log;

  public Capture(DatabaseLogin administrator, String role, Path log) {
    this.administrator = administrator;
    this.role = role;
    this.log = log;
    settings(
        "alter system set log_statement = 'all'",
        "alter system set log_line_prefix = '" + Statements.MARK + "%u %p '",
        "select pg_reload_conf()");
  }

  /** The SQL of one run, which was run before, so that the sessions know the new settings. */
  public List<String> of(Runnable request) {
    for (int i = 0; i < PATIENCE; i++) {
      if (!once(request).isEmpty()) {
        return once(request);
      }
    }
    throw new IllegalStateException("The database does not log its statements to " + log);
  }

  private List<String> once(Runnable request) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long before = Files.size(log);
      request.run();
      file.seek(before);
      byte[] told = new byte[(int) (Files.size(log) - before)];
      file.readFully(told);
      return Statements.of(role, new String(told, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void settings(String... statements) {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The logging of statements could not be set", e);
    }
  }

  @Override
  public void close() {
    settings(
        "alter system reset log_statement",
        "alter system reset log_line_prefix",
        "select pg_reload_conf()");
  }
}
