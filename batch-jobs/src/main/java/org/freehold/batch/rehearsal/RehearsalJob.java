package org.freehold.batch.rehearsal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.JobScope;

/** The job that counts to a number, with a checkpoint at each step. */
@ApplicationScoped
public class RehearsalJob implements JobDefinition {
  static final String STEPS = "steps";
  static final String PAUSE = "pause_ms";
  static final String FAIL_AT = "fail_at";

  @Override
  public String name() {
    return "rehearsal";
  }

  @Override
  public String title() {
    return "Rehearsal";
  }

  @Override
  public String description() {
    return "Counts, and changes nothing: for trying how runs are started, stopped, restarted and"
        + " taken over on this installation, and what watches them.";
  }

  @Override
  public JobScope scope() {
    return JobScope.TENANT;
  }

  @Override
  public String unit() {
    return "steps";
  }

  @Override
  public List<JobParameter> parameters() {
    return List.of(
        JobParameter.integer(STEPS, 10L, 1, 10_000, "How far to count."),
        JobParameter.integer(PAUSE, 100L, 0, 1_000, "Milliseconds to wait at each step."),
        JobParameter.integer(
            FAIL_AT, 0L, 0, 10_000, "The step at which the first execution fails; 0: at none."));
  }
}
