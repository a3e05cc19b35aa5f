package org.freehold.jobs;

/**
 * This execution no longer owns its run: another node went on with it, so its work must not commit.
 */
public class TakenOver extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TakenOver(JobRunId run) {
    super("Another node goes on with run " + run.value());
  }
}
