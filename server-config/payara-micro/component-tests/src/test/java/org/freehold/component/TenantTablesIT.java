package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plain SQL against every table of a tenant, on the connections that the services use. */
@ExtendWith(ArquillianExtension.class)
class TenantTablesIT {
  private static final int TRIES = 4;
  private static final int INTERLEAVED = 200;

  /** Those whose rows name another row of the tenant. */
  private static final List<String> CHILDREN =
      List.of(
          "workspace_member",
          "team",
          "team_member",
          "project",
          "project_participant",
          "task",
          "file",
          "api_key",
          "api_key_use",
          "role_assignment");

  @Inject private SampleTenants tenants;
  @Inject private FilledTenant content;
  @Inject private Transactions transactions;
  @Inject private Workspaces workspaces;

  private SampleTenant owner;
  private SampleTenant stranger;
  private List<String> tables;

  @BeforeEach
  void twoTenants() throws Exception {
    owner = tenants.create("owner");
    stranger = tenants.create("stranger");
    content.fill(owner);
    Eventually.holds(
        "what was done is in its tree, which then rests",
        () ->
            Superuser.count(
                    "select count(*) from control.audit_pending where tenant_id = ?", owner.id())
                == 0);
    tables =
        Superuser.rows(
                "select relname from pg_class where relnamespace = 'tenant'::regnamespace"
                    + " and relkind in ('r', 'p') and obj_description(oid) like 'TENANT:%'")
            .stream()
            .map(row -> (String) row[0])
            .toList();
    assertThat(tables).hasSizeGreaterThanOrEqualTo(12).containsAll(CHILDREN);
  }

  @Test
  void aStrangerReadsChangesAndDeletesNothing() throws Exception {
    for (String table : tables) {
      leavesAsItIs(
          table,
          call -> {
            String where = table + " where tenant_id = '" + owner.id() + "'";
            assertThat(number(call, "select count(*) from tenant." + where)).as(table).isZero();
            assertThat(changed(call, "delete from tenant." + where)).as(table).isZero();
            assertThat(
                    changed(
                        call,
                        "update tenant.%s set tenant_id = '%s' where tenant_id = '%s'"
                            .formatted(table, stranger.id(), owner.id())))
                .as(table)
                .isZero();
          });
    }
  }

  private interface Attempt {
    void of(CallContext call) throws Exception;
  }

  /**
   * Work in the background writes for the owner too: then it is tried again on the rows of another,
   * to which a stranger would do the same.
   */
  private void leavesAsItIs(String table, Attempt attempt) throws Exception {
    for (int tries = 1; ; tries++) {
      String before = fingerprint(table);
      for (CallContext call : callers()) {
        attempt.of(call);
      }
      String after = fingerprint(table);
      if (after.equals(before)) {
        return;
      }
      assertThat(tries).as("%s: %s became %s", table, before, after).isLessThan(TRIES);
      twoTenants();
    }
  }

  @Test
  void aStrangerCannotInsertForAnotherTenant() throws Exception {
    for (String table : tables) {
      leavesAsItIs(
          table,
          call -> {
            String row = rowOfOwner(table);
            for (String conflict : List.of("", " on conflict do nothing")) {
              assertThatThrownBy(() -> insert(call, table, row, conflict))
                  .as(table)
                  .hasStackTraceContaining("violates row-level security policy");
            }
          });
    }
  }

  @Test
  void aRowOfOneTenantCannotNameARowOfAnother() {
    for (String table : CHILDREN) {
      String row = rowOfOwner(table).replace(owner.id().toString(), stranger.id().toString());
      assertThatThrownBy(() -> insert(stranger.asOwner(), table, row, ""))
          .as(table)
          .hasStackTraceContaining("violates foreign key constraint");
    }
  }

  @Test
  void interleavedTransactionsOfTwoTenantsNeverMeet() throws Exception {
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < INTERLEAVED; i++) {
      int turn = i;
      SampleTenant tenant = i % 2 == 0 ? owner : stranger;
      running.add(executor.submit(() -> turn(tenant, turn)));
    }
    for (Future<?> one : running) {
      one.get();
    }
    for (SampleTenant tenant : List.of(owner, stranger)) {
      assertThat(
              Superuser.count(
                  "select count(*) from workspace where tenant_id = ? and slug like 'turn-%'",
                  tenant.id()))
          .isEqualTo(INTERLEAVED / 4);
    }
  }

  /** Writes; every second one of a tenant rolls back. */
  private Void turn(SampleTenant tenant, int turn) throws Exception {
    boolean stays = turn / 2 % 2 == 0;
    try {
      Transactions.within(
          tenant.asOwner(),
          transactions,
          em -> {
            workspaces.create(new WorkspaceFields("turn-" + turn, "Turn", null));
            assertThat(
                    em.createQuery("select distinct w.tenantId from Workspace w", UUID.class)
                        .getResultList())
                .containsExactly(tenant.id());
            if (!stays) {
              throw new IntendedFailure();
            }
            return null;
          });
    } catch (IntendedFailure expected) {
      assertThat(stays).isFalse();
    }
    return null;
  }

  private static final class IntendedFailure extends Exception {
    private static final long serialVersionUID = 1;
  }

  private List<CallContext> callers() {
    return List.of(stranger.asOwner(), CallContext.system("component-tests", null));
  }

  private int insert(CallContext call, String table, String row, String conflict) throws Exception {
    return Transactions.within(
        call,
        transactions,
        em ->
            em.createNativeQuery(
                    "insert into tenant.%1$s (%2$s) select %2$s from jsonb_populate_record(cast(null as tenant.%1$s), cast(?1 as jsonb))%3$s"
                        .formatted(table, columns(table), conflict))
                .setParameter(1, row)
                .executeUpdate());
  }

  /** Those that are given and not generated. */
  private static String columns(String table) {
    return (String)
        Superuser.rows(
                "select string_agg(column_name, ', ') from information_schema.columns"
                    + " where table_schema = 'tenant' and is_generated = 'NEVER' and table_name = '"
                    + table
                    + "'")
            .get(0)[0];
  }

  private long number(CallContext call, String sql) throws Exception {
    return Transactions.within(
        call,
        transactions,
        em -> ((Number) em.createNativeQuery(sql).getSingleResult()).longValue());
  }

  /** What may not be changed at all is refused before any row is looked at. */
  private int changed(CallContext call, String sql) throws Exception {
    try {
      return CurrentCall.within(call, () -> transactions.run(em -> execute(em, sql)));
    } catch (EJBException refused) {
      assertThat(refused).hasStackTraceContaining("permission denied for table ");
      return 0;
    }
  }

  private static int execute(EntityManager em, String sql) {
    return em.createNativeQuery(sql).executeUpdate();
  }

  private String rowOfOwner(String table) {
    List<Object[]> rows =
        Superuser.rows(
            "select to_jsonb(t)::text from " + table + " t where tenant_id = ? limit 1",
            owner.id());
    assertThat(rows).as("a row in " + table).isNotEmpty();
    return (String) rows.get(0)[0];
  }

  private String fingerprint(String table) {
    return (String)
        Superuser.rows(
                "select count(*) || ' ' || md5(string_agg(t::text, ',' order by t::text)) from "
                    + table
                    + " t where tenant_id = ?",
                owner.id())
            .get(0)[0];
  }
}
