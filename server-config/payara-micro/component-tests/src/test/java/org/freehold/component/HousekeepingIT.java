package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.RunRequests;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The daily job, in the server's own batch runtime. */
@ExtendWith(ArquillianExtension.class)
class HousekeepingIT {
  private static final String KEYS =
      "select count(*) from idempotency_key where tenant_id = ? and key = ?";

  private static final String RUNS = "select count(*) from job_run where tenant_id = ? and id = ?";
  private static final String LINES =
      "select count(*) from job_run_log where tenant_id = ? and run_id = ?";

  private static final String REPLAYS =
      "select status from webhook_replay where tenant_id = ? order by status";

  @Inject private SampleTenants tenants;
  @Inject private RunRequests requests;
  @Inject private Transactions transactions;

  @Test
  void theJobForgetsExpiredKeysOldRunsAndOldReplaysOfEveryTenant() throws Exception {
    SampleTenant one = tenants.create("first");
    SampleTenant other = tenants.create("second");
    for (SampleTenant tenant : new SampleTenant[] {one, other}) {
      key(tenant, "old", 25);
      key(tenant, "young", 23);
    }
    UUID old = run(one, 91);
    UUID young = run(one, 89);
    replay(one, 122, "completed");
    replay(one, 122, "running");
    replay(one, 119, "cancelled");
    CallContext operator = CallContext.system("operator", TenantRef.PLATFORM);
    JobRunId run =
        CurrentCall.within(
            operator,
            () -> transactions.run(em -> requests.request("housekeeping", Map.of()).id()));
    Eventually.holds("the run has ended", () -> isCompleted(run));
    for (SampleTenant tenant : new SampleTenant[] {one, other}) {
      assertThat(Superuser.count(KEYS, tenant.id(), "old")).isZero();
      assertThat(Superuser.count(KEYS, tenant.id(), "young")).isOne();
    }
    assertThat(Superuser.count(RUNS, one.id(), old)).isZero();
    assertThat(Superuser.count(LINES, one.id(), old)).isZero();
    assertThat(Superuser.count(RUNS, one.id(), young)).isOne();
    assertThat(Superuser.count(LINES, one.id(), young)).isOne();
    assertThat(Superuser.rows(REPLAYS, one.id()))
        .extracting(row -> row[0])
        .containsExactly("cancelled", "running");
  }

  private static boolean isCompleted(JobRunId run) {
    String sql = "select count(*) from job_run where id = ? and status = 'completed'";
    return Superuser.count(sql, run.value()) == 1;
  }

  private static void key(SampleTenant tenant, String key, int hoursOld) {
    Superuser.change(
        "insert into idempotency_key (tenant_id, actor_id, key, request_hash, created_at)"
            + " values (?, ?, ?, '\\x00', now() - ? * interval '1 hour')",
        tenant.id(),
        UUID.randomUUID(),
        key,
        hoursOld);
  }

  /** A run that ended so many days ago, with a line of log. */
  private static UUID run(SampleTenant tenant, int daysOld) {
    UUID id = UUID.randomUUID();
    Superuser.change(
        "insert into job_run (tenant_id, id, job, status, parameters, triggered_by, started_by_type,"
            + " request_id, executions, created_at, ended_at, unit, version) select ?, ?,"
            + " 'rehearsal', 'completed', '{}', 'request', 'system', 'r', 1, at, at, 'steps', 1"
            + " from (select now() - ? * interval '1 day' as at) t",
        tenant.id(),
        id,
        daysOld);
    Superuser.change(
        "insert into job_run_log (tenant_id, id, run_id, logged_at, level, message)"
            + " values (?, ?, ?, now(), 'info', 'Completed')",
        tenant.id(),
        UUID.randomUUID(),
        id);
    return id;
  }

  /** Of deliveries that are kept for 90 days, and then until their month has passed. */
  private static void replay(SampleTenant tenant, int daysOld, String status) {
    Superuser.change(
        "insert into webhook_replay (tenant_id, id, kind, statuses, rate_per_minute, status, total,"
            + " made, all_made, created_at, stepped_at, ended_at, version) select ?,"
            + " gen_random_uuid(), 'many', '[\"exhausted\"]', 600, s, 0, 0, true, at, at,"
            + " case when s <> 'running' then at end, 1"
            + " from (select now() - ? * interval '1 day' as at, ?::text as s) t",
        tenant.id(),
        daysOld,
        status);
  }
}
