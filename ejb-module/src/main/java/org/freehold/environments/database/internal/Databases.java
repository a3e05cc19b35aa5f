package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.environments.JournalState;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.TargetState;

/** Short questions to the database of one environment, each with connections of its own. */
public final class Databases {
  private Databases() {}

  /** What is in the schema; it is made when it is missing. */
  public static TargetState read(Site site) throws MigrationFailed {
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.ensure(keeper, site);
      try (Connection environment = Sessions.environment(site, keeper, Sessions.READ)) {
        Catalog catalog = Schemas.read(environment, site.schema());
        return new TargetState(catalog, Fingerprint.of(catalog));
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** Makes schema and role where they are missing. */
  static void ensure(Site site) throws MigrationFailed {
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.ensure(keeper, site);
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  public static JournalState journal(Site site, UUID deployment) throws MigrationFailed {
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.ensure(keeper, site);
      return Journal.state(Journal.read(keeper, site, deployment));
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** Removes schema, role, journal and backups of an environment that is gone. */
  public static void drop(Site site) throws SQLException {
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.forget(keeper, site);
      Provisioning.drop(keeper, site.schema(), site.role());
    }
  }

  /**
   * Drops tombstones and backups that are too old and tells what; not while somebody else works.
   */
  public static List<String> clean(Site site, int tombstoneDays, int backupDays)
      throws MigrationFailed {
    try (EnvironmentLock lock = EnvironmentLock.take(site).orElse(null)) {
      if (lock == null) {
        return List.of("Left for the next night: a deployment is at work");
      }
      List<String> gone = new ArrayList<>();
      Tombstones.dropOlder(site, tombstoneDays).forEach(object -> gone.add("Dropped " + object));
      int backups = removeBackups(site, backupDays);
      if (backups > 0) {
        gone.add("Removed " + backups + " old backups and scratch copies");
      }
      return gone;
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** Those that are too old, and what killed servers left; answers how many. */
  private static int removeBackups(Site site, int days) throws MigrationFailed {
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.ensure(keeper, site);
      int removed = Provisioning.dropBackups(keeper, site, days);
      return site.managed() ? removed + ScratchCopy.sweep(keeper) : removed;
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  private static MigrationFailed unreachable(SQLException e) {
    return Failures.isOfConnection(e)
        ? new MigrationFailed(
            MigrationFailed.UNREACHABLE, 0, e.getSQLState(), e.getMessage(), null, e)
        : Failures.of(e);
  }
}
