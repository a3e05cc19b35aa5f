package org.freehold.environments.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunRequests;
import org.freehold.platform.json.JsonText;

/** Asks for runs of the job that backfills, in short transactions. */
@Stateless
public class BackfillRuns {
  public static final String JOB = "release-backfill";

  @Inject private RunRequests requests;

  public RunDetails begin(UUID environment, UUID deployment, int step) {
    return requests.request(
        JOB,
        Map.of(
            "environment", JsonText.PROVIDER.createValue(environment.toString()),
            "deployment", JsonText.PROVIDER.createValue(deployment.toString()),
            "step", JsonText.PROVIDER.createValue(step)));
  }

  public Optional<RunDetails> find(UUID run) {
    return requests.find(new JobRunId(run));
  }
}
