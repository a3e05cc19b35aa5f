package org.freehold.environments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Plan;

/**
 * The databases of environments. Never called inside a transaction: everything here takes as long
 * as it takes, on connections of its own. The call context says the tenant.
 */
@ApplicationScoped
public class EnvironmentTargets {
  /** Whether there is an environments database at all. */
  public boolean isConfigured() {
    throw new UnsupportedOperationException();
  }

  /** What is in the schema now; it is made when it is not there. */
  public TargetState read(EnvironmentId environment) throws MigrationFailed {
    throw new UnsupportedOperationException();
  }

  /** Tries the plan on a scratch copy of the catalog with rows of the environment. */
  public DryRun rehearse(EnvironmentId environment, Catalog catalog, Plan plan)
      throws MigrationFailed {
    throw new UnsupportedOperationException();
  }

  /**
   * Copies the tables, and proves that the copy can be restored. {@link
   * MigrationFailed#BACKUP_TOO_LARGE} beyond the cap of the settings.
   */
  public Backup backUp(EnvironmentId environment, UUID deployment, List<String> tables)
      throws MigrationFailed {
    throw new UnsupportedOperationException();
  }

  /** Applies the plan, or goes on where the journal says that it stopped. */
  public Applied apply(EnvironmentId environment, UUID deployment, Plan plan, Progress progress)
      throws MigrationFailed {
    throw new UnsupportedOperationException();
  }

  /** Undoes what the journal says is done, or goes on with that. */
  public Applied undo(EnvironmentId environment, UUID deployment, Plan plan, Progress progress)
      throws MigrationFailed {
    throw new UnsupportedOperationException();
  }

  public JournalState journal(EnvironmentId environment, UUID deployment) throws MigrationFailed {
    throw new UnsupportedOperationException();
  }

  /** What undoing the plan now would lose. */
  public LossPreview losses(EnvironmentId environment, UUID deployment, Plan plan)
      throws MigrationFailed {
    throw new UnsupportedOperationException();
  }

  /**
   * Holds the environment until it is closed, or the connection is lost; empty: somebody else does.
   */
  public Optional<AutoCloseable> lock(EnvironmentId environment) throws MigrationFailed {
    throw new UnsupportedOperationException();
  }
}
