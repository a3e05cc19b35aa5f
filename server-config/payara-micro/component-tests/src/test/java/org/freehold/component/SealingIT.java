package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.freehold.audit.sealing.internal.BundleMaker;
import org.freehold.audit.sealing.internal.SealingProbe;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tree over a trail, as it stands in the database. */
@ExtendWith(ArquillianExtension.class)
class SealingIT {
  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private Workspaces workspaces;
  @Inject private SealingProbe probe;

  private SampleTenant tenant;
  private SealedTrail trail;

  @BeforeEach
  void aTenant() throws Exception {
    tenant = tenants.create("sealed");
    trail = new SealedTrail(tenant, workspaces);
  }

  @AfterEach
  void noTriggerIsLeft() {
    Superuser.change("drop trigger if exists held_up on audit_tree");
  }

  @Test
  void everyEventGetsOnePlaceAndTheTreeIsOfTheirBytes() throws Exception {
    trail.change(300);
    trail.isSealed();
    trail.isOfItsBytes();
    assertThat(trail.rows("select event_id from audit_leaf where tenant_id = ? order by position"))
        .hasSizeGreaterThan(300);
    assertThat(trail.rows("select level, index from audit_tile where tenant_id = ? order by 1, 2"))
        .hasSize(3);
  }

  @Test
  void aBundleIsOvertakenByACertificateThatIsBehindItsTree() {
    trail.isSealed();
    BundleMaker.Extent extent = probe.extent(tenant.ref());
    assertThat(probe.isOvertaken(tenant.ref(), extent)).isFalse();
    trail.change(1);
    trail.isSealed();
    LastEvent.certifies(tenant);
    assertThat(probe.isOvertaken(tenant.ref(), extent)).isTrue();
    assertThat(probe.isOvertaken(tenant.ref(), probe.extent(tenant.ref()))).isFalse();
  }

  @Test
  void aLateCommitGetsALaterPlace() throws Exception {
    trail.isSealed();
    Transactions.within(
        tenant.asOwner(),
        transactions,
        em -> {
          workspaces.create(new WorkspaceFields("early", "Early", null));
          onAnotherThread(() -> trail.change(1));
          trail.isSealed();
          return null;
        });
    trail.isSealed();
    trail.isOfItsBytes();
    List<Object[]> last =
        trail.rows(
            "select event_id from audit_leaf where tenant_id = ? order by position desc limit 2");
    assertThat(last.get(0)[0].toString()).isLessThan(last.get(1)[0].toString());
  }

  @Test
  void whoeverSealsAtTheSameTimeGivesNoPlaceTwice() throws Exception {
    List<Future<?>> sealers = new ArrayList<>();
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    for (int i = 0; i < 4; i++) {
      trail.change(20);
      sealers.add(executor.submit(() -> probe.seal(tenant.ref())));
      sealers.add(executor.submit(() -> probe.seal(tenant.ref())));
    }
    for (Future<?> sealer : sealers) {
      sealer.get();
    }
    trail.isSealed();
    trail.isOfItsBytes();
  }

  @Test
  void aSealerThatDiesInTheMiddleLosesNothingAndSealsNothingTwice() throws Exception {
    trail.isSealed();
    long before = trail.count("select size from audit_tree where tenant_id = ?");
    Superuser.change(
        "create or replace function hold_up() returns trigger language plpgsql as"
            + " $$ begin perform pg_sleep(60); return new; end $$");
    Superuser.change(
        "create trigger held_up before update on audit_tree for each row when (new.tenant_id = '"
            + tenant.id()
            + "') execute function hold_up()");
    trail.change(5);
    String asleep =
        "select pid from pg_stat_activity where wait_event = 'PgSleep' and query like '%audit_tree%'";
    Eventually.holds("it sleeps", () -> !Superuser.rows(asleep).isEmpty());
    // All is written by now, and nothing committed.
    assertThat(trail.count("select count(*) from audit_leaf where tenant_id = ?"))
        .isEqualTo(before);
    assertThat(trail.count("select count(*) from control.audit_pending where tenant_id = ?"))
        .isEqualTo(5);
    while (!Superuser.rows(asleep).isEmpty()) {
      Superuser.rows("select pg_terminate_backend(pid) from (" + asleep + ") s");
      Superuser.change("set lock_timeout = '10s'; drop trigger if exists held_up on audit_tree");
    }
    trail.isSealed();
    trail.isOfItsBytes();
    assertThat(trail.count("select size from audit_tree where tenant_id = ?"))
        .isEqualTo(before + 5);
  }

  @Test
  void anEventThatIsGoneBeforeItWasSealedIsMissed() {
    UUID gone = UUID.randomUUID();
    Superuser.change(
        "insert into control.audit_pending (event_id, tenant_id) values (?, ?)", gone, tenant.id());
    trail.isSealed();
    assertThat(
            trail.count(
                "select count(*) from audit_event where tenant_id = ? and severity = 'CRITICAL'"
                    + " and action = 'audit.event_missing' and resource_id = '"
                    + gone
                    + "'"))
        .isEqualTo(1);
    trail.isOfItsBytes();
  }

  @Test
  void sealingGoesOnWhileRefusalsTakeAllTheirConnectionsAndAnotherTransactionIsOpen()
      throws Exception {
    trail.isSealed();
    DataSource refusals = InitialContext.doLookup("jdbc/freehold_refusals");
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        Connection one = refusals.getConnection();
        one.setAutoCommit(false);
        taken.add(one);
        try (Statement statement = one.createStatement()) {
          // A transaction with an id of its own, as a long one that writes has.
          statement.execute("select pg_current_xact_id()");
        }
      }
      long begun = System.nanoTime();
      trail.change(3);
      trail.isSealed();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
      probe.sign(tenant.ref());
    } finally {
      for (Connection one : taken) {
        one.rollback();
        one.close();
      }
    }
    trail.isOfItsBytes();
  }

  private static void onAnotherThread(Runnable work) throws Exception {
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    executor.submit(work).get();
  }
}
