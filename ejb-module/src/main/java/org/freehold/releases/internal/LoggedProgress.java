package org.freehold.releases.internal;

import org.freehold.engine.migration.Step;
import org.freehold.environments.Progress;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.LogLevel;

/** Puts the progress of a plan on record. */
final class LoggedProgress implements Progress {
  private final DeploymentRecords records;
  private final DeploymentJob job;

  LoggedProgress(DeploymentRecords records, DeploymentJob job) {
    this.records = records;
    this.job = job;
  }

  @Override
  public void step(int number, String state, String message, long millis) {
    String line = "Step " + number + " of " + job.plan().steps().size() + title(number);
    String more = message == null ? "" : ": " + message;
    switch (state) {
      case "done" ->
          records.progress(job.id(), number, number, line + " is done in " + millis + " ms" + more);
      case "undone" ->
          records.progress(
              job.id(), number - 1, number, line + " is undone in " + millis + " ms" + more);
      case "running" -> records.log(job.id(), LogLevel.INFO, number, line + begins());
      case "retrying" ->
          records.log(job.id(), LogLevel.WARNING, number, line + " is tried again" + more);
      case "failed" -> records.log(job.id(), LogLevel.ERROR, number, line + " failed" + more);
      default -> records.log(job.id(), LogLevel.INFO, number, line + " " + state + more);
    }
  }

  private String begins() {
    return job.status() == DeploymentStatus.ROLLING_BACK ? " is being undone" : " begins";
  }

  private String title(int number) {
    return job.plan().steps().stream()
        .filter(step -> step.number() == number)
        .map(Step::title)
        .findFirst()
        .map(title -> " (" + title + ")")
        .orElse("");
  }
}
