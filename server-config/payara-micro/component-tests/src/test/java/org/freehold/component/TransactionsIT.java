package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotAllowed;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One tenant a transaction; no change without its event, no event without its change. */
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {
  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private Workspaces workspaces;
  @Inject private ProbeService probe;

  private SampleTenant tenant;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("careful");
  }

  @Test
  void aTransactionServesOneTenant() throws Exception {
    SampleTenant other = tenants.create("other");
    Transactions.within(
        tenant.asOwner(),
        transactions,
        em -> {
          place(em);
          assertThatIllegalStateException()
              .isThrownBy(() -> CurrentCall.open(other.asOwner()))
              .withMessageContaining("One transaction serves one tenant");
          return null;
        });
  }

  @Test
  void aTransactionThatBeganWithoutATenantOpensNone() throws Exception {
    Transactions.within(
        null,
        transactions,
        em -> {
          place(em);
          assertThatIllegalStateException()
              .isThrownBy(() -> CurrentCall.open(tenant.asOwner()))
              .withMessageContaining("One transaction serves one tenant");
          return null;
        });
  }

  @Test
  void aServiceThatWritesAndFailsLeavesOneEventAndNoRow() {
    CallContext call = tenant.asOwner();
    assertThatThrownBy(
            () ->
                CurrentCall.within(
                    call,
                    () -> {
                      probe.writeAndRefuse("never");
                      return null;
                    }))
        .isInstanceOf(Conflict.class);
    assertThat(workspacesNamed("never")).isZero();
    assertThat(outcomes(call)).containsExactly("probe.attempted false");
  }

  @Test
  void aChangeThatIsRolledBackLeavesNoEvent() {
    CallContext call = tenant.asOwner();
    assertThatThrownBy(
            () ->
                Transactions.within(
                    call,
                    transactions,
                    em -> {
                      workspaces.create(new WorkspaceFields("undone", "Undone", null));
                      throw new java.io.IOException("after the change");
                    }))
        .hasStackTraceContaining("after the change");
    assertThat(workspacesNamed("undone")).isZero();
    assertThat(outcomes(call)).isEmpty();
  }

  @Test
  void aCommittedChangeHasOneEvent() throws Exception {
    CallContext call = tenant.asOwner();
    CurrentCall.within(call, () -> workspaces.create(new WorkspaceFields("done", "Done", null)));
    assertThat(workspacesNamed("done")).isOne();
    assertThat(outcomes(call)).containsExactly("workspace.created true");
  }

  /**
   * A refusal is written while the caller's transaction is open, and that one goes on untouched:
   * same connection, same transaction, same tenant.
   */
  @Test
  void aRefusalInANestedCallDoesNotSuspendTheTransaction() throws Exception {
    CallContext call = tenant.asOwner();
    Transactions.within(
        call,
        transactions,
        em -> {
          workspaces.create(new WorkspaceFields("outer", "Outer", null));
          List<Object> before = place(em);
          assertThatThrownBy(probe::forComponents).isInstanceOf(NotAllowed.class);
          assertThat(place(em)).isEqualTo(before);
          assertThat(outcomes(call)).containsExactly("access.refused false");
          return null;
        });
    assertThat(workspacesNamed("outer")).isZero();
    assertThat(outcomes(call)).containsExactly("access.refused false");
  }

  /** What the server promises, and what the few transactions of their own rely on. */
  @Test
  void aTransactionThatWasSuspendedKeepsItsPlaceAndIsNotCommittedByTheOther() {
    CallContext call = tenant.asOwner();
    assertThatThrownBy(
            () ->
                Transactions.within(
                    call,
                    transactions,
                    em -> {
                      workspaces.create(new WorkspaceFields("outer", "Outer", null));
                      List<Object> before = place(em);
                      transactions.suspending(
                          inner -> workspaces.create(new WorkspaceFields("inner", "Inner", null)));
                      assertThat(workspacesNamed("outer")).isZero();
                      assertThat(workspacesNamed("inner")).isOne();
                      assertThat(place(em)).isEqualTo(before);
                      throw new java.io.IOException("after the other");
                    }))
        .hasStackTraceContaining("after the other");
    assertThat(workspacesNamed("outer")).isZero();
  }

  /** Connection, transaction, tenant and schema. */
  private static List<Object> place(EntityManager em) {
    return List.of(
        (Object[])
            em.createNativeQuery(
                    "select pg_backend_pid(), txid_current(),"
                        + " coalesce(current_setting('app.tenant_id', true), 'never set'),"
                        + " current_setting('search_path')")
                .getSingleResult());
  }

  private long workspacesNamed(String slug) {
    return Superuser.count(
        "select count(*) from workspace where tenant_id = ? and slug = ?", tenant.id(), slug);
  }

  private static List<String> outcomes(CallContext call) {
    return Superuser.rows(
            "select action || ' ' || success from audit_event where request_id = ?",
            call.requestId())
        .stream()
        .map(row -> (String) row[0])
        .toList();
  }
}
