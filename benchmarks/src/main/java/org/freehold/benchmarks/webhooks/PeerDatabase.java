package org.freehold.benchmarks.webhooks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.freehold.launcher.database.DatabaseLogin;

/** A database of the peers on the same PostgreSQL, with a pool as they are used to. */
final class PeerDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final HikariDataSource pool;

  PeerDatabase(DatabaseLogin administrator) throws SQLException {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database peers");
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(administrator.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/peers$1"));
    config.setUsername(administrator.user());
    config.setPassword(administrator.password());
    config.setMaximumPoolSize(CONNECTIONS);
    pool = new HikariDataSource(config);
  }

  HikariDataSource pool() {
    return pool;
  }

  void run(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
