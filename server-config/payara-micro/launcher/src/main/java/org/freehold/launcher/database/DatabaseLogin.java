package org.freehold.launcher.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How one role reaches one database. */
public record DatabaseLogin(String jdbcUrl, String user, String password) {

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
