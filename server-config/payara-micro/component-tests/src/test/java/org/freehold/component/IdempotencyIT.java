package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.IdempotencyKey;
import org.freehold.tenancy.WorkspaceDetails;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A request that comes twice changes once. */
@ExtendWith(ArquillianExtension.class)
class IdempotencyIT {
  private static final WorkspaceFields FIELDS = new WorkspaceFields("once", "Once", null);

  @Inject private SampleTenants tenants;
  @Inject private Workspaces workspaces;

  @Test
  void twoCallsAtOnceWithOneKeyMakeOneChange() throws Exception {
    SampleTenant tenant = tenants.create("twice");
    IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString(), new byte[32]);
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<WorkspaceDetails>> calls =
        Stream.generate(() -> executor.submit(() -> create(tenant, key, together)))
            .limit(2)
            .toList();
    assertThat(calls.get(0).get()).isEqualTo(calls.get(1).get());
    assertThat(Superuser.count("select count(*) from workspace where tenant_id = ?", tenant.id()))
        .isOne();
    assertThat(
            Superuser.count(
                "select count(*) from audit_event where tenant_id = ? and action = 'workspace.created'",
                tenant.id()))
        .isOne();
  }

  @Test
  void aKeyThatComesWithAnotherRequestIsAConflict() throws Exception {
    SampleTenant tenant = tenants.create("reused");
    String key = UUID.randomUUID().toString();
    CyclicBarrier alone = new CyclicBarrier(1);
    create(tenant, new IdempotencyKey(key, new byte[] {1}), alone);
    assertThatThrownBy(() -> create(tenant, new IdempotencyKey(key, new byte[] {2}), alone))
        .isInstanceOfSatisfying(
            Conflict.class,
            conflict -> assertThat(conflict.code()).isEqualTo("idempotency_key_reused"));
  }

  private WorkspaceDetails create(SampleTenant tenant, IdempotencyKey key, CyclicBarrier together)
      throws Exception {
    together.await();
    return CurrentCall.within(tenant.asOwner(key), () -> workspaces.create(FIELDS));
  }
}
