package org.freehold.environments.database.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Says that one environment is being worked on. PostgreSQL takes it back when the session ends, or
 * its host is silent for half a minute.
 */
public final class EnvironmentLock implements AutoCloseable {
  private static final String TRY = "select pg_try_advisory_lock(hashtextextended(?, 7))";

  private static final String GIVE_BACK = "select pg_advisory_unlock(hashtextextended(?, 7))";
  private static final Logger LOG = System.getLogger(EnvironmentLock.class.getName());

  private final Connection keeper;
  private final String environment;

  private EnvironmentLock(Connection keeper, String environment) {
    this.keeper = keeper;
    this.environment = environment;
  }

  /** Empty when somebody else has it. */
  public static Optional<EnvironmentLock> take(Site site) throws SQLException {
    Connection keeper = Sessions.keeper(site);
    boolean taken = false;
    try {
      taken = Jdbc.isTrue(keeper, TRY, site.name());
      return taken ? Optional.of(new EnvironmentLock(keeper, site.name())) : Optional.empty();
    } finally {
      if (!taken) {
        keeper.close();
      }
    }
  }

  /** Gives it back by word: a session that is closed ends only when the server has noticed. */
  @Override
  public void close() {
    try (Connection ending = keeper) {
      Jdbc.isTrue(ending, GIVE_BACK, environment);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "The lock of " + environment + " ends with its session", e);
    }
  }
}
