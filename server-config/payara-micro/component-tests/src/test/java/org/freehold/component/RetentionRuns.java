package org.freehold.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.RunRequests;
import org.freehold.platform.CallContext;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.JsonText;

/** Runs of the job that archives and removes what has expired. */
@ApplicationScoped
public class RetentionRuns {
  @Inject private Transactions transactions;
  @Inject private RunRequests requests;

  /** One for the tenant, when it has ended. */
  JobRunId ended(SampleTenant tenant, boolean dry) throws Exception {
    Map<String, JsonValue> parameters =
        Map.of(
            "tenant_slug",
            JsonText.PROVIDER.createValue(tenant.ref().slug()),
            "dry_run",
            dry ? JsonValue.TRUE : JsonValue.FALSE);
    JobRunId run =
        Transactions.within(
            CallContext.system("operator", TenantRef.PLATFORM),
            transactions,
            em -> requests.request("retention-cleanup", parameters).id());
    Eventually.holds(
        "the run has ended", () -> List.of("completed", "failed").contains(status(run)));
    return run;
  }

  static String status(JobRunId run) {
    return (String)
        Superuser.rows("select status from job_run where id = ?", run.value()).get(0)[0];
  }

  /** Its log, and why it failed. */
  static List<String> told(JobRunId run) {
    return Superuser.rows(
            "select message from job_run_log where run_id = ?"
                + " union all select error from job_run where id = ? and error is not null",
            run.value(),
            run.value())
        .stream()
        .map(row -> (String) row[0])
        .toList();
  }
}
