package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import org.freehold.identity.Login;
import org.freehold.identity.SignIn;
import org.freehold.identity.TenantHints;
import org.freehold.platform.CurrentCall;
import org.freehold.tenancy.AddUser;
import org.freehold.tenancy.Users;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What decides over access has a version, whoever writes it and by whatever statement. */
@ExtendWith(ArquillianExtension.class)
class AccessVersionIT {
  private static final TenantHints NO_HINTS = new TenantHints(null, null, null, false);
  private static final int AT_ONCE = 24;
  private static final String PASSWORD = "a long pass phrase for tests";
  private static final String ASSIGN =
      "insert into role_assignment (tenant_id, id, role, user_id, created_at)"
          + " select tenant_id, gen_random_uuid(), 'viewer', user_id, now() from membership"
          + " where tenant_id = ?1 and role = 'tenant_admin'";

  private static final List<String> OF_ROLES =
      List.of(
          "insert into role (tenant_id, id, name, parents, grants, denies, created_at, updated_at,"
              + " version) values (?1, gen_random_uuid(), 'captain', '[]', '[]', '[]', now(),"
              + " now(), 1)",
          "update role set grants = '[\"tasks:read\"]' where tenant_id = ?1",
          "delete from role where tenant_id = ?1",
          "insert into decision_type (tenant_id, name, actions, created_at, updated_at, version)"
              + " values (?1, 'record', '[\"read\"]', now(), now(), 1)",
          "update decision_type set actions = '[\"write\"]' where tenant_id = ?1",
          "delete from decision_type where tenant_id = ?1");

  /** Each changes at least one row after those before it. */
  private static final List<String> OF_HOLDERS =
      List.of(
          ASSIGN,
          "delete from role_assignment where tenant_id = ?1",
          "insert into membership select (jsonb_populate_record(m, jsonb_build_object('user_id',"
              + " gen_random_uuid(), 'email', 'new@who.example', 'role', 'viewer'))).*"
              + " from membership m where m.tenant_id = ?1 and m.role = 'tenant_admin'",
          "update membership set role = 'member' where tenant_id = ?1 and role = 'viewer'",
          "update membership set active = false where tenant_id = ?1 and role = 'member'",
          "update membership set email = 'old@who.example' where tenant_id = ?1 and role = 'member'",
          "insert into workspace_member (tenant_id, id, workspace_id, user_id, role, created_at)"
              + " select w.tenant_id, gen_random_uuid(), w.id, m.user_id, 'viewer', now()"
              + " from workspace w, membership m where w.tenant_id = ?1 and m.tenant_id = ?1",
          "update workspace_member set role = 'member' where tenant_id = ?1",
          "delete from workspace_member where tenant_id = ?1",
          "insert into team_member (tenant_id, id, team_id, user_id, role, created_at)"
              + " select t.tenant_id, gen_random_uuid(), t.id, m.user_id, 'member', now()"
              + " from team t, membership m where t.tenant_id = ?1 and m.tenant_id = ?1",
          "delete from team_member where tenant_id = ?1",
          "delete from membership where tenant_id = ?1 and role = 'member'");

  private static final String WORKSPACE =
      "insert into workspace (tenant_id, id, slug, name, created_at, updated_at, version)"
          + " values (?1, gen_random_uuid(), 'only', 'Only', now(), now(), 1)";
  private static final String TEAM =
      "insert into team (tenant_id, id, name, created_at, updated_at, version)"
          + " values (?1, gen_random_uuid(), 'Crew', now(), now(), 1)";

  /** A version, and whether the reading transaction is the one that made it. */
  private record Version(long all, long ofRoles, boolean own) {
    Version more(int all, int ofRoles) {
      return new Version(this.all + all, this.ofRoles + ofRoles, own);
    }
  }

  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private Users users;
  @Inject private SignIn signIn;

  private SampleTenant tenant;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("versioned");
    change(WORKSPACE, TEAM);
  }

  @Test
  void everyChangeOfWhoMayDoWhatIsOneVersion() throws Exception {
    for (String sql : OF_HOLDERS) {
      Version before = version();
      change(sql);
      assertThat(version()).as(sql).isEqualTo(before.more(1, 0));
    }
    for (String sql : OF_ROLES) {
      Version before = version();
      change(sql);
      assertThat(version()).as(sql).isEqualTo(before.more(1, 1));
    }
  }

  @Test
  void aTransactionIsOneVersionHoweverMuchItChanges() throws Exception {
    Version before = version();
    change(OF_HOLDERS.toArray(String[]::new));
    assertThat(version()).isEqualTo(before.more(1, 0));
    change(OF_ROLES.get(0), ASSIGN, OF_ROLES.get(1), OF_ROLES.get(2));
    assertThat(version().all()).isEqualTo(before.all() + 2);
    assertThat(version().ofRoles()).isGreaterThan(before.ofRoles());
  }

  @Test
  void whatChangesNoAccessIsNoVersion() throws Exception {
    String email = "guest@" + tenant.ownerEmail().replace("owner@", "");
    CurrentCall.within(
        tenant.asOwner(),
        () -> users.add(new AddUser(email, "Guest", "viewer", null, true, PASSWORD)));
    change(OF_HOLDERS.get(9), OF_ROLES.get(0));
    Version before = version();

    CurrentCall.within(
        tenant.asOwner(), () -> signIn.login(new Login(email, PASSWORD, null), NO_HINTS));
    assertThat(
            Superuser.count(
                "select count(*) from membership where tenant_id = ? and last_login_at is not null",
                tenant.id()))
        .isOne();
    change(
        "update membership set role = role, name = name || '!', updated_at = now()"
            + " where tenant_id = ?1");
    change("update team_member set role = 'manager' where tenant_id = ?1");
    change("update team set name = 'Gang' where tenant_id = ?1");
    change("update workspace set name = 'First' where tenant_id = ?1");
    change(WORKSPACE.replace("'only'", "'next'"), TEAM.replace("'Crew'", "'Next'"));
    change("update role set grants = grants where tenant_id = ?1");
    assertThat(version()).isEqualTo(before);
  }

  @Test
  void aTransactionKnowsItsOwnVersionAndNobodyElseDoesBeforeItsCommit() throws Exception {
    Version before = version();
    assertThatThrownBy(
            () ->
                within(
                    em -> {
                      assertThat(version(em)).isEqualTo(before);
                      execute(em, ASSIGN);
                      Version own = new Version(before.all() + 1, before.ofRoles(), true);
                      assertThat(version(em)).isEqualTo(own);
                      assertThat(committed()).isEqualTo(before.all());
                      execute(em, OF_ROLES.get(0));
                      assertThat(version(em)).isEqualTo(own.more(0, 1));
                      throw new IOException("rolled back");
                    }))
        .hasStackTraceContaining("rolled back");
    assertThat(version()).isEqualTo(before);
    change(ASSIGN);
    assertThat(version()).isEqualTo(before.more(1, 0));
    assertThat(committed()).isEqualTo(before.all() + 1);
  }

  @Test
  void ofManyTransactionsAtOnceEachIsAVersion() throws Exception {
    Version before = version();
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      running.add(
          executor.submit(
              () -> {
                change(ASSIGN);
                return null;
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
    assertThat(version()).isEqualTo(before.more(AT_ONCE, 0));
  }

  private <T> T within(Transactions.Work<T> work) throws Exception {
    return Transactions.within(tenant.asOwner(), transactions, work);
  }

  /** All in one transaction. */
  private void change(String... statements) throws Exception {
    within(
        em -> {
          for (String sql : statements) {
            assertThat(execute(em, sql)).as(sql).isPositive();
          }
          return null;
        });
  }

  private int execute(EntityManager em, String sql) {
    return em.createNativeQuery(sql).setParameter(1, tenant.id()).executeUpdate();
  }

  private Version version() throws Exception {
    return within(this::version);
  }

  private Version version(EntityManager em) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select version, roles_version,"
                        + " coalesce(changed_in = pg_current_xact_id_if_assigned(), false)"
                        + " from control.access_version where tenant_id = ?1")
                .setParameter(1, tenant.id())
                .getSingleResult();
    return new Version(
        ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), (Boolean) row[2]);
  }

  private long committed() {
    return Superuser.count(
        "select version from control.access_version where tenant_id = ?", tenant.id());
  }
}
