package org.freehold.releases;

import java.util.List;
import java.util.Map;
import org.freehold.engine.migration.Difference;
import org.freehold.engine.migration.Finding;
import org.freehold.environments.DryRun;
import org.freehold.environments.LossPreview;
import org.freehold.environments.MigrationFailed;
import org.freehold.platform.Problem;

/** What was asked of a release contradicts where it, or the environment, is; the code says how. */
public final class ReleaseRefused extends Problem {
  private static final int MOST_DIFFERENCES = 200;

  private ReleaseRefused(
      String code, String detail, String hint, List<Fault> faults, Map<String, Object> members) {
    super(409, code, "Conflict", detail, hint, faults);
    members.forEach(this::member);
  }

  private ReleaseRefused(String code, String detail, String hint, Map<String, Object> members) {
    this(code, detail, hint, List.of(), members);
  }

  public static ReleaseRefused notPrepared(String release, String environment) {
    return new ReleaseRefused(
        "release_not_prepared",
        "The release " + release + " has no plan for " + environment + " that can be promoted.",
        "Plan it with POST /api/releases/prepare first.",
        Map.of("environment", environment));
  }

  public static ReleaseRefused noBundle(String release) {
    return new ReleaseRefused(
        "release_without_bundle",
        "The release " + release + " is a draft without a bundle.",
        "Send bundle_data with it.",
        Map.of());
  }

  /** Findings are the members; {@code errors} point to the changes that they are about. */
  public static ReleaseRefused findings(List<Finding> findings, List<Fault> faults) {
    return new ReleaseRefused(
        "findings_refuse",
        "Findings of the plan forbid running it.",
        "Each finding says the safe form; errors point to the changes that they are about.",
        faults,
        Map.of("findings", findings));
  }

  public static ReleaseRefused dryRun(DryRun dryRun) {
    return new ReleaseRefused(
        "dry_run_failed",
        dryRun.reversible()
            ? "Up, down and up again did not lead to the same schema."
            : "Undoing the plan did not lead back to the schema that it began with.",
        "Compare the fingerprints of dry_run; mostly it is SQL written by hand whose down does not undo its up.",
        Map.of("dry_run", dryRun));
  }

  /** The plan could not even be tried out. */
  public static ReleaseRefused dryRun(MigrationFailed failed, List<Fault> faults) {
    return new ReleaseRefused(
        "dry_run_failed",
        "The plan failed on a copy of the environment: " + failed.getMessage(),
        "Nothing was changed in the environment. The reason names what PostgreSQL refused.",
        faults,
        Map.of("reason", failed.code(), "step", failed.step()));
  }

  /** The database of the environment is away, or refuses. */
  public static ReleaseRefused unreachable(String environment, MigrationFailed failed) {
    return new ReleaseRefused(
        "environment_unreachable",
        "The database of " + environment + " cannot be used: " + failed.getMessage(),
        "Try again when it answers; GET /api/environments tells its target.",
        Map.of("environment", environment, "reason", failed.code()));
  }

  public static ReleaseRefused inProgress(String environment) {
    return new ReleaseRefused(
        "deployment_in_progress",
        "Another deployment to " + environment + " is on its way.",
        "GET /api/releases/board shows it; try again when it has ended.",
        Map.of("environment", environment));
  }

  public static ReleaseRefused manifestChanged(String release, String environment) {
    return new ReleaseRefused(
        "manifest_changed",
        "What is stored of the plan of "
            + release
            + " for "
            + environment
            + " no longer fits the digest of its manifest.",
        "Somebody changed it behind the API. Prepare it again, and find out who.",
        Map.of("environment", environment));
  }

  public static ReleaseRefused drift(String environment, List<Difference> differences) {
    return new ReleaseRefused(
        "drift",
        "The schema of " + environment + " is not the one that the plan was made for.",
        "Prepare the release again for the schema as it is, or bring the schema back.",
        Map.of(
            "environment",
            environment,
            "differences",
            differences.stream().limit(MOST_DIFFERENCES).toList()));
  }

  public static ReleaseRefused lossNotAccepted(LossPreview preview) {
    return new ReleaseRefused(
        "loss_not_accepted",
        "Undoing this would lose what was written since.",
        "Look at preview, and send its digest as loss_preview to accept the loss.",
        Map.of("preview", preview));
  }

  public static ReleaseRefused onlyRestore(String release, String environment) {
    return new ReleaseRefused(
        "only_restore_remains",
        "What "
            + release
            + " dropped in "
            + environment
            + " is gone for good: its time to be undone is over.",
        "Restore the backup that was taken before it, or prepare a release that goes forward.",
        Map.of("environment", environment));
  }
}
