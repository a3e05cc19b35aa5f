package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Says that one environment is being worked on. PostgreSQL takes it back when the session ends, or
 * its host is silent for half a minute.
 */
public final class EnvironmentLock implements AutoCloseable {
  private static final String TRY = "select pg_try_advisory_lock(hashtextextended(?, 7))";

  private final Connection keeper;

  private EnvironmentLock(Connection keeper) {
    this.keeper = keeper;
  }

  /** Empty when somebody else has it. */
  public static Optional<EnvironmentLock> take(Site site) throws SQLException {
    Connection keeper = Sessions.keeper(site);
    boolean taken = false;
    try {
      taken = Jdbc.isTrue(keeper, TRY, site.name());
      return taken ? Optional.of(new EnvironmentLock(keeper)) : Optional.empty();
    } finally {
      if (!taken) {
        keeper.close();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    keeper.close();
  }
}
