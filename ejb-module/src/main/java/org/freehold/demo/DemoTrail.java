package org.freehold.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Guarded;
import org.freehold.platform.SystemCall;

/** Writes one audit event for each transaction that added rows, in that transaction. */
@Stateless
@Guarded
public class DemoTrail {
  /**
   * What a transaction wrote.
   *
   * @param projectIds the projects that it looked at
   * @param projects how many of them it added
   * @param tasks how many tasks it added in them
   * @param files how many documents
   */
  public record Seeded(List<UUID> projectIds, int projects, int tasks, int files) {}

  @Inject private ChangeLog changes;

  @SystemCall
  @Audited("demo_data.seeded")
  public void seeded(JobRunId run, Seeded what) {
    changes.about("job_run", run.value()).after(what);
  }
}
