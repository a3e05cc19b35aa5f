package org.freehold.environments.database.internal;

/** Who signs in where. */
public record Login(String jdbcUrl, String user, String password) {
  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
