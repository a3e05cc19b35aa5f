package org.freehold.environments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.database.internal.Databases;
import org.freehold.environments.database.internal.EnvironmentLock;
import org.freehold.environments.database.internal.Losses;
import org.freehold.environments.database.internal.PlanRunner;
import org.freehold.environments.database.internal.Rehearsal;
import org.freehold.environments.database.internal.Site;
import org.freehold.environments.database.internal.TableCopies;
import org.freehold.environments.internal.EnvironmentSettings;
import org.freehold.environments.internal.LongBackfills;
import org.freehold.environments.internal.OutsideAddress;
import org.freehold.environments.internal.TargetSites;
import org.freehold.platform.NoTransaction;

/**
 * The databases of environments. Never called inside a transaction: everything here takes as long
 * as it takes, on connections of its own. The call context says the tenant.
 */
@ApplicationScoped
public class EnvironmentTargets {
  @Inject private TargetSites sites;
  @Inject private OutsideAddress addresses;
  @Inject private EnvironmentSettings settings;
  @Inject private LongBackfills backfills;

  /** Whether there is an environments database at all. */
  public boolean isConfigured() {
    return settings.hasDatabase();
  }

  /** What is in the schema now; it is made when it is not there. */
  public TargetState read(EnvironmentId environment) throws MigrationFailed {
    return Databases.read(site(environment));
  }

  /** Tries the plan on a scratch copy of the catalog with rows of the environment. */
  public DryRun rehearse(EnvironmentId environment, Catalog catalog, Plan plan)
      throws MigrationFailed {
    return Rehearsal.run(site(environment), catalog, plan);
  }

  /**
   * Copies the tables, and proves that the copy can be restored. {@link
   * MigrationFailed#BACKUP_TOO_LARGE} beyond the cap of the settings.
   */
  public Backup backUp(EnvironmentId environment, UUID deployment, List<String> tables)
      throws MigrationFailed {
    Site site = site(environment);
    Catalog catalog = Databases.read(site).catalog();
    return new TableCopies(site, catalog).backUp(deployment, tables, settings.backupBytes());
  }

  /** Applies the plan, or goes on where the journal says that it stopped. */
  public Applied apply(EnvironmentId environment, UUID deployment, Plan plan, Progress progress)
      throws MigrationFailed {
    return runner(environment, deployment, progress).apply(plan);
  }

  /** Undoes what the journal says is done, or goes on with that. */
  public Applied undo(EnvironmentId environment, UUID deployment, Plan plan, Progress progress)
      throws MigrationFailed {
    return runner(environment, deployment, progress).undo(plan);
  }

  private PlanRunner runner(EnvironmentId environment, UUID deployment, Progress progress)
      throws MigrationFailed {
    return new PlanRunner(site(environment), deployment, backfills, progress);
  }

  public JournalState journal(EnvironmentId environment, UUID deployment) throws MigrationFailed {
    return Databases.journal(site(environment), deployment);
  }

  /** What undoing the plan now would lose. */
  public LossPreview losses(EnvironmentId environment, UUID deployment, Plan plan)
      throws MigrationFailed {
    return Losses.preview(site(environment), deployment, plan);
  }

  /**
   * Holds the environment until it is closed, or the connection is lost; empty: somebody else does.
   */
  public Optional<AutoCloseable> lock(EnvironmentId environment) throws MigrationFailed {
    try {
      return EnvironmentLock.take(site(environment)).map(lock -> lock);
    } catch (SQLException e) {
      throw new MigrationFailed(
          MigrationFailed.UNREACHABLE, 0, e.getSQLState(), e.getMessage(), null, e);
    }
  }

  /**
   * Drops for good what releases dropped longer ago than the environment keeps it, and backups that
   * are too old; tells what. Nothing while somebody works on it.
   */
  public List<String> clean(EnvironmentId environment) throws MigrationFailed {
    return Databases.clean(
        site(environment), sites.tombstoneDays(environment), settings.backupDays());
  }

  /** The environments of the tenant that have a database, for work that goes through them. */
  public List<EnvironmentId> all() {
    return sites.all();
  }

  private Site site(EnvironmentId environment) throws MigrationFailed {
    NoTransaction.require();
    return addresses.pinned(sites.of(environment));
  }
}
