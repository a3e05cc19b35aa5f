package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import org.freehold.custody.CheckpointCopy;
import org.freehold.custody.CheckpointStore;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes put the same checkpoint, and both find another in the store. */
@ExtendWith(ArquillianExtension.class)
class ContradictedOnceIT {
  private static final long SIZE = 7;

  @Inject private SampleTenants tenants;
  @Inject private CheckpointStore store;

  @Test
  void aContradictionIsOnRecordOnceHoweverManyFindIt() throws Exception {
    SampleTenant tenant = tenants.create("contradicted");
    CheckpointCopy copy =
        new CheckpointCopy(
            tenant.ref().id(), "example.org/" + tenant.id(), SIZE, "what was signed");
    Superuser.change(
        "insert into control.checkpoint_copy"
            + " (tenant_id, size, log, note, announced_at, to_mail, to_store, store_at)"
            + " values (?, ?, ?, ?, now(), false, true, now())",
        tenant.id(),
        SIZE,
        copy.log(),
        copy.note());
    CallContext node = CallContext.system("work:checkpoint_store", tenant.ref());
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Object>> nodes =
        Stream.generate(
                () ->
                    executor.submit(
                        () -> {
                          together.await();
                          return CurrentCall.within(
                              node,
                              () -> {
                                store.contradicted(copy, "what is stored");
                                return null;
                              });
                        }))
            .limit(2)
            .toList();
    for (Future<Object> one : nodes) {
      one.get(30, TimeUnit.SECONDS);
    }
    assertThat(
            Superuser.count(
                "select count(*) from audit_event where tenant_id = ?"
                    + " and action = 'audit_checkpoint.contradicted'",
                tenant.id()))
        .isEqualTo(1);
    assertThat(
            Superuser.count(
                "select count(*) from control.checkpoint_copy where tenant_id = ?", tenant.id()))
        .as("it is put no more")
        .isZero();
  }
}
