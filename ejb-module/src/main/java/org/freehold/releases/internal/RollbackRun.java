package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.freehold.environments.Applied;
import org.freehold.environments.EnvironmentTargets;
import org.freehold.environments.JournalState;
import org.freehold.environments.LossPreview;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.TargetState;
import org.freehold.releases.DeploymentDetails.Failure;
import org.freehold.releases.LogLevel;

/** Undoes a deployment, and proves by the fingerprint that it is undone. */
@ApplicationScoped
public class RollbackRun {
  /** Then somebody must look, and may have it taken up again. */
  private static final int MOST_ATTEMPTS = 10;

  /** The database is not there, or has no room: that says nothing about undoing. */
  private static final Set<String> ALWAYS_COMES_BACK =
      Set.of(
          MigrationFailed.INTERRUPTED,
          MigrationFailed.UNREACHABLE,
          MigrationFailed.OUT_OF_RESOURCES);

  /** What may be over the next time. */
  private static final Set<String> COMES_BACK =
      Set.of(MigrationFailed.LOCK_NOT_AVAILABLE, MigrationFailed.TIMED_OUT);

  @Inject private DeploymentRecords records;
  @Inject private RollbackRecords wayBack;
  @Inject private EnvironmentTargets targets;

  public void undo(DeploymentJob job, int attempt) throws MigrationFailed {
    JournalState journal = targets.journal(job.place(), job.id().value());
    if (attempt > 1) {
      records.log(
          job.id(),
          LogLevel.WARNING,
          null,
          "Taken up again: up to step " + journal.lastStep() + " is done, and that is undone.");
    }
    boolean applied = journal.state() == JournalState.State.APPLIED;
    boolean drifted = job.drifted() || applied && isDrifted(job);
    if (drifted && !job.drifted()) {
      wayBack.drifted(job.id());
    }
    try {
      if (applied && !job.undoing() && losesMore(job)) {
        return;
      }
      wayBack.operationsUndone(job.id());
      Applied undone =
          targets.undo(job.place(), job.id().value(), job.plan(), new LoggedProgress(records, job));
      finish(job, undone, drifted);
    } catch (MigrationFailed e) {
      if (comesBack(e, attempt)) {
        records.log(job.id(), LogLevel.WARNING, null, "It cannot be undone yet: " + e.getMessage());
        throw e;
      }
      wayBack.failed(job.id(), PromotionRun.failure(e));
    }
  }

  /** What was accepted was seen before the environment was held: more may have been written. */
  private boolean losesMore(DeploymentJob job) throws MigrationFailed {
    if (job.automatic()) {
      return false;
    }
    LossPreview now = targets.losses(job.place(), job.id().value(), job.plan());
    if (now.isWithin(job.losses())) {
      return false;
    }
    wayBack.refused(
        job.id(),
        new Failure(
            "loss_not_accepted",
            null,
            "Nothing was undone: what would be lost is no longer what was accepted."));
    return true;
  }

  static boolean comesBack(MigrationFailed e, int attempt) {
    return ALWAYS_COMES_BACK.contains(e.code())
        || COMES_BACK.contains(e.code()) && attempt < MOST_ATTEMPTS;
  }

  private boolean isDrifted(DeploymentJob job) throws MigrationFailed {
    return !targets.read(job.place()).fingerprint().equals(job.endFingerprint());
  }

  private void finish(DeploymentJob job, Applied undone, boolean drifted) throws MigrationFailed {
    TargetState now = targets.read(job.place());
    if (undone.fingerprint().equals(job.startFingerprint())) {
      wayBack.rolledBack(job.id(), now, "Undone: the fingerprint is the one that it began with.");
    } else if (drifted) {
      wayBack.rolledBack(
          job.id(),
          now,
          "Undone; the schema had been changed by others before, so it is not the one that it began"
              + " with.");
    } else {
      wayBack.failed(
          job.id(),
          new Failure(
              "rollback_differs",
              null,
              "All steps are undone, and the schema is not the one that it began with."));
    }
  }
}
