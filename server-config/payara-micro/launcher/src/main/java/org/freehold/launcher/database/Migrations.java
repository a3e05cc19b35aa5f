package org.freehold.launcher.database;

import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.freehold.launcher.folder.Refused;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes roles and schemas and brings the tables up to date; may be run again at any time. Two sets
 * with a history each: a tenant's schema may be moved elsewhere and then goes its own way.
 */
public final class Migrations {
  private static final int OLDEST_SUPPORTED = 16;

  private Migrations() {}

  /** How many migrations were run, and where both sets stand now. */
  public record Result(int applied, String controlVersion, String tenantVersion) {}

  /**
   * @param administrator a superuser, or a role that may create roles and schemas in this database
   */
  public static Result run(DatabaseLogin administrator, RolePasswords passwords) {
    try {
      refuseOldServer(administrator);
      Roles.prepare(administrator, passwords);
      Flyway control = flyway(administrator, "control");
      Flyway tenant = flyway(administrator, "tenant");
      refuseNewer(control);
      refuseNewer(tenant);
      int applied = control.migrate().migrationsExecuted + tenant.migrate().migrationsExecuted;
      return new Result(applied, version(control), version(tenant));
    } catch (SQLException | FlywayException e) {
      throw new Refused(
          "The database of " + administrator + " could not be migrated: " + e.getMessage().strip(),
          "Nothing after the migration that failed was run; repair the cause and start again.",
          e);
    }
  }

  private static Flyway flyway(DatabaseLogin administrator, String set) {
    PGSimpleDataSource asOwner = new PGSimpleDataSource();
    asOwner.setUrl(administrator.jdbcUrl());
    asOwner.setUser(administrator.user());
    asOwner.setPassword(administrator.password());
    asOwner.setOptions("-c role=" + Roles.OWNER);
    return Flyway.configure()
        .dataSource(asOwner)
        .locations("classpath:db/" + set)
        .schemas(set)
        .defaultSchema(set)
        .table("flyway_history")
        .createSchemas(false)
        .load();
  }

  private static void refuseOldServer(DatabaseLogin administrator) throws SQLException {
    try (var connection = administrator.connect()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST_SUPPORTED) {
        throw new Refused(
            "The database of " + administrator + " is PostgreSQL " + major + ".",
            "Freehold needs PostgreSQL " + OLDEST_SUPPORTED + " or newer.");
      }
    }
  }

  private static void refuseNewer(Flyway flyway) {
    Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
        .findFirst()
        .ifPresent(
            migration -> {
              throw new Refused(
                  "The database was migrated by a newer Freehold (version %s of the schema)."
                      .formatted(migration.getVersion()),
                  "Start it with that Freehold or a newer one.");
            });
  }

  private static String version(Flyway flyway) {
    MigrationInfo current = flyway.info().current();
    return current == null ? "none" : current.getVersion().getVersion();
  }
}
