package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.freehold.environments.Applied;
import org.freehold.environments.Backup;
import org.freehold.environments.EnvironmentTargets;
import org.freehold.environments.JournalState;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.TargetState;
import org.freehold.platform.Problem;
import org.freehold.releases.DeploymentDetails.Failure;
import org.freehold.releases.LogLevel;

/** The steps of a promotion, from the gates to the health of the environment. */
@ApplicationScoped
public class PromotionRun {
  /** What may be over the next time: nothing was decided, and the work comes back. */
  static final Set<String> COMES_BACK =
      Set.of(MigrationFailed.INTERRUPTED, MigrationFailed.UNREACHABLE);

  @Inject private DeploymentRecords records;
  @Inject private PlaceRecords place;
  @Inject private RollbackRecords wayBack;
  @Inject private EnvironmentTargets targets;
  @Inject private RollbackRun rollback;
  @Inject @Any private Instance<HealthGate> health;

  public void begin(DeploymentJob job, int attempt) throws MigrationFailed, InterruptedException {
    JournalState journal = targets.journal(job.place(), job.id().value());
    if (attempt > 1) {
      records.log(job.id(), LogLevel.WARNING, null, "Taken up again: " + found(journal));
    }
    boolean fresh = journal.state() == JournalState.State.NOTHING;
    if (fresh && !(lets(job) && isSafe(job))) {
      return;
    }
    apply(job, attempt);
  }

  private static String found(JournalState journal) {
    return switch (journal.state()) {
      case NOTHING -> "nothing was done yet, and it begins anew.";
      case PARTLY -> "up to step " + journal.lastStep() + " all is done, and it goes on.";
      case APPLIED -> "all steps were done already.";
      case UNDONE -> "what was done is undone.";
    };
  }

  /** Whether the gates let through. */
  private boolean lets(DeploymentJob job) throws MigrationFailed {
    TargetState found = targets.read(job.place());
    try {
      records.begin(job.id(), found);
      return true;
    } catch (Problem refusal) {
      records.failedUntouched(job.id(), new Failure(refusal.code(), null, refusal.getMessage()));
      return false;
    }
  }

  /** Whether what it touches is backed up, or need not be. */
  private boolean isSafe(DeploymentJob job) throws MigrationFailed {
    if (job.backedUp()) {
      return true;
    }
    if (job.plan().touchedTables().isEmpty()) {
      records.backupWaived(job.id(), "No table that is there already is touched.");
      return true;
    }
    try {
      Backup backup = targets.backUp(job.place(), job.id().value(), job.plan().touchedTables());
      records.backedUp(job.id(), backup);
      return true;
    } catch (MigrationFailed e) {
      return isWaived(job, e);
    }
  }

  private boolean isWaived(DeploymentJob job, MigrationFailed e) throws MigrationFailed {
    if (COMES_BACK.contains(e.code())) {
      throw e;
    }
    if (e.code().equals(MigrationFailed.BACKUP_TOO_LARGE) && job.backupWaiver() != null) {
      records.backupWaived(job.id(), e.getMessage() + " Waived: " + job.backupWaiver());
      return true;
    }
    records.failedUntouched(job.id(), failure(e));
    return false;
  }

  private void apply(DeploymentJob job, int attempt) throws MigrationFailed, InterruptedException {
    try {
      Applied applied =
          targets.apply(
              job.place(), job.id().value(), job.plan(), new LoggedProgress(records, job));
      if (applied.fingerprint().equals(job.endFingerprint())) {
        records.applied(job.id());
      } else {
        undo(job, unexpected(applied), attempt);
        return;
      }
    } catch (MigrationFailed e) {
      stopped(job, e, attempt);
      return;
    } catch (Problem refusal) {
      undo(job, new Failure(refusal.code(), null, refusal.getMessage()), attempt);
      return;
    }
    verify(job, attempt);
  }

  private static Failure unexpected(Applied applied) {
    return new Failure(
        "unexpected_schema",
        null,
        "The schema is not the one that the dry run led to, but " + applied.fingerprint() + ".");
  }

  /** The journal decides whether there is anything to undo. */
  private void stopped(DeploymentJob job, MigrationFailed e, int attempt) throws MigrationFailed {
    if (COMES_BACK.contains(e.code())) {
      records.log(job.id(), LogLevel.WARNING, null, "Interrupted: " + e.getMessage());
      throw e;
    }
    JournalState journal = targets.journal(job.place(), job.id().value());
    if (journal.state() != JournalState.State.NOTHING) {
      undo(job, failure(e), attempt);
      return;
    }
    TargetState now = targets.read(job.place());
    records.log(
        job.id(),
        LogLevel.INFO,
        null,
        now.fingerprint().equals(job.startFingerprint())
            ? "The transaction was rolled back: the fingerprint is the one that it began with."
            : "The transaction was rolled back, and the schema is another than it began with:"
                + " somebody else changed it meanwhile.");
    records.failedUntouched(job.id(), failure(e));
  }

  private void undo(DeploymentJob job, Failure failure, int attempt) throws MigrationFailed {
    wayBack.rollingBack(job.id(), failure, null);
    rollback.undo(records.job(job.id()), attempt);
  }

  /** Asks how the environment is; then the release is in place, or undone. */
  public void verify(DeploymentJob job, int attempt) throws MigrationFailed, InterruptedException {
    HealthGate.Health found = health(job);
    if (found.well()) {
      place.inPlace(job.id(), targets.read(job.place()), found);
      return;
    }
    wayBack.rollingBack(job.id(), new Failure(found.code(), null, found.message()), found);
    rollback.undo(records.job(job.id()), attempt);
  }

  private HealthGate.Health health(DeploymentJob job) throws InterruptedException {
    if (job.environment().healthUrl() == null) {
      return new HealthGate.Health(
          false, true, null, "The environment has no health URL.", Map.of("health_url", false));
    }
    return health
        .get()
        .check(job.environment(), line -> records.log(job.id(), LogLevel.INFO, null, line));
  }

  static Failure failure(MigrationFailed e) {
    String who = e.blocker() == null ? "" : " Held by " + e.blocker() + ".";
    return new Failure(e.code(), e.step() == 0 ? null : e.step(), e.getMessage() + who);
  }
}
