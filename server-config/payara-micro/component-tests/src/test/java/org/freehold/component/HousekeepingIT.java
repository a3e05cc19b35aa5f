package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The daily job, in the server's own batch runtime. */
@ExtendWith(ArquillianExtension.class)
class HousekeepingIT {
  private static final String KEYS =
      "select count(*) from idempotency_key where tenant_id = ? and key = ?";

  @Inject private SampleTenants tenants;

  @Test
  void theJobForgetsExpiredKeysOfEveryTenant() throws Exception {
    SampleTenant one = tenants.create("first");
    SampleTenant other = tenants.create("second");
    for (SampleTenant tenant : new SampleTenant[] {one, other}) {
      key(tenant, "old", 25);
      key(tenant, "young", 23);
    }
    long execution = BatchRuntime.getJobOperator().start("housekeeping", new Properties());
    Eventually.holds(
        "the job has ended", () -> status(execution).compareTo(BatchStatus.STARTED) > 0);
    assertThat(status(execution)).isEqualTo(BatchStatus.COMPLETED);
    for (SampleTenant tenant : new SampleTenant[] {one, other}) {
      assertThat(Superuser.count(KEYS, tenant.id(), "old")).isZero();
      assertThat(Superuser.count(KEYS, tenant.id(), "young")).isOne();
    }
  }

  private static BatchStatus status(long execution) {
    return BatchRuntime.getJobOperator().getJobExecution(execution).getBatchStatus();
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
