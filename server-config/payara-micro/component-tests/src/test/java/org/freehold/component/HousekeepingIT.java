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

  @Inject private SampleTenants tenants;
  @Inject private RunRequests requests;
  @Inject private Transactions transactions;

  @Test
  void theJobForgetsExpiredKeysOfEveryTenant() throws Exception {
    SampleTenant one = tenants.create("first");
    SampleTenant other = tenants.create("second");
    for (SampleTenant tenant : new SampleTenant[] {one, other}) {
      key(tenant, "old", 25);
      key(tenant, "young", 23);
    }
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
}
