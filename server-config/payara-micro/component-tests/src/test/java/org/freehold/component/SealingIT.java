package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.freehold.audit.internal.OtherOrigin;
import org.freehold.audit.sealing.internal.BundleMaker;
import org.freehold.audit.sealing.internal.SealingProbe;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.platform.CurrentCall;
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
  @Inject private OtherOrigin otherOrigin;

  private SampleTenant tenant;
  private int made;

  @BeforeEach
  void aTenant() throws Exception {
    tenant = tenants.create("sealed");
  }

  @AfterEach
  void noTriggerIsLeft() {
    Superuser.change("drop trigger if exists held_up on audit_tree");
  }

  @Test
  void everyEventGetsOnePlaceAndTheTreeIsOfTheirBytes() throws Exception {
    change(300);
    everythingIsSealed();
    treeIsOfTheBytes();
    assertThat(rows("select event_id from audit_leaf where tenant_id = ? order by position"))
        .hasSizeGreaterThan(300);
    assertThat(rows("select level, index from audit_tile where tenant_id = ? order by 1, 2"))
        .hasSize(3);
  }

  @Test
  void aBundleIsOvertakenByACertificateThatIsBehindItsTree() {
    everythingIsSealed();
    BundleMaker.Extent extent = probe.extent(tenant.ref());
    assertThat(probe.isOvertaken(tenant.ref(), extent)).isFalse();
    change(1);
    everythingIsSealed();
    LastEvent.certifies(tenant);
    assertThat(probe.isOvertaken(tenant.ref(), extent)).isTrue();
    assertThat(probe.isOvertaken(tenant.ref(), probe.extent(tenant.ref()))).isFalse();
  }

  @Test
  void aLateCommitGetsALaterPlace() throws Exception {
    everythingIsSealed();
    Transactions.within(
        tenant.asOwner(),
        transactions,
        em -> {
          workspaces.create(new WorkspaceFields("early", "Early", null));
          onAnotherThread(() -> change(1));
          everythingIsSealed();
          return null;
        });
    everythingIsSealed();
    treeIsOfTheBytes();
    List<Object[]> last =
        rows("select event_id from audit_leaf where tenant_id = ? order by position desc limit 2");
    assertThat(last.get(0)[0].toString()).isLessThan(last.get(1)[0].toString());
  }

  @Test
  void whoeverSealsAtTheSameTimeGivesNoPlaceTwice() throws Exception {
    List<Future<?>> sealers = new ArrayList<>();
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    for (int i = 0; i < 4; i++) {
      change(20);
      sealers.add(executor.submit(() -> probe.seal(tenant.ref())));
      sealers.add(executor.submit(() -> probe.seal(tenant.ref())));
    }
    for (Future<?> sealer : sealers) {
      sealer.get();
    }
    everythingIsSealed();
    treeIsOfTheBytes();
  }

  @Test
  void aSealerThatDiesInTheMiddleLosesNothingAndSealsNothingTwice() throws Exception {
    everythingIsSealed();
    long before = count("select size from audit_tree where tenant_id = ?");
    Superuser.change(
        "create or replace function hold_up() returns trigger language plpgsql as"
            + " $$ begin perform pg_sleep(60); return new; end $$");
    Superuser.change(
        "create trigger held_up before update on audit_tree for each row when (new.tenant_id = '"
            + tenant.id()
            + "') execute function hold_up()");
    change(5);
    String asleep =
        "select pid from pg_stat_activity where wait_event = 'PgSleep' and query like '%audit_tree%'";
    Eventually.holds("it sleeps", () -> !Superuser.rows(asleep).isEmpty());
    // All is written by now, and nothing committed.
    assertThat(count("select count(*) from audit_leaf where tenant_id = ?")).isEqualTo(before);
    assertThat(count("select count(*) from control.audit_pending where tenant_id = ?"))
        .isEqualTo(5);
    while (!Superuser.rows(asleep).isEmpty()) {
      Superuser.rows("select pg_terminate_backend(pid) from (" + asleep + ") s");
      Superuser.change("set lock_timeout = '10s'; drop trigger if exists held_up on audit_tree");
    }
    everythingIsSealed();
    treeIsOfTheBytes();
    assertThat(count("select size from audit_tree where tenant_id = ?")).isEqualTo(before + 5);
  }

  @Test
  void anEventThatIsGoneBeforeItWasSealedIsMissed() {
    UUID gone = UUID.randomUUID();
    Superuser.change(
        "insert into control.audit_pending (event_id, tenant_id) values (?, ?)", gone, tenant.id());
    everythingIsSealed();
    assertThat(
            count(
                "select count(*) from audit_event where tenant_id = ? and severity = 'CRITICAL'"
                    + " and action = 'audit.event_missing' and resource_id = '"
                    + gone
                    + "'"))
        .isEqualTo(1);
    treeIsOfTheBytes();
  }

  @Test
  void aCheckpointIsSignedOnceAndVerifiesWithThePublishedKey() throws Exception {
    everythingIsSealed();
    SignedNote note = SignedNote.parse(probe.sign(tenant.ref()));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(note.isSignedBy(key(checkpoint.origin()))).isTrue();
    assertThat(checkpoint.origin()).endsWith("/t/" + tenant.id());
    assertThat(checkpoint.root()).isEqualTo(bytes().root());
    assertThat(probe.sign(tenant.ref())).isEqualTo(note.toString());
    change(1);
    everythingIsSealed();
    SignedNote next = SignedNote.parse(probe.sign(tenant.ref()));
    assertThat(Checkpoint.parse(next.text()).size()).isEqualTo(checkpoint.size() + 1);
    assertThat(count("select count(*) from audit_checkpoint where tenant_id = ?")).isEqualTo(2);
  }

  @Test
  void aRestoredBackupSignsNoShorterTree() throws Exception {
    everythingIsSealed();
    long size = Checkpoint.parse(SignedNote.parse(probe.sign(tenant.ref())).text()).size();
    keepABackup();
    change(3);
    everythingIsSealed();
    probe.sign(tenant.ref());
    restoreTheBackup(size);
    assertThatThrownBy(() -> probe.sign(tenant.ref()))
        .hasMessageContaining("has %d leaves, and a checkpoint over %d".formatted(size, size + 3));
    // Also when the new history has become as long as the old one was.
    change(4);
    everythingIsSealed();
    assertThatThrownBy(() -> probe.sign(tenant.ref()))
        .hasMessageContaining("does not continue what was signed over its first " + (size + 3));
    assertThat(count("select max(size) from audit_checkpoint where tenant_id = ?")).isEqualTo(size);
  }

  @Test
  void aTreeWhoseRowIsGoneIsToldAndNoOtherIsBegun() throws Exception {
    everythingIsSealed();
    probe.sign(tenant.ref());
    Superuser.change(
        "create table public.gone_tree as select * from audit_tree where tenant_id = ?",
        tenant.id());
    Superuser.change("delete from audit_tree where tenant_id = ?", tenant.id());
    try {
      change(2);
      assertThatThrownBy(() -> probe.seal(tenant.ref()))
          .hasMessageContaining("is gone or empty, and a checkpoint over");
      assertThatThrownBy(() -> probe.sign(tenant.ref())).isInstanceOf(RuntimeException.class);
      assertThat(probe.health()).contains(tenant.ref().slug(), "gone or empty");
      assertThat(count("select count(*) from audit_tree where tenant_id = ?")).isZero();
      assertThat(count("select count(*) from control.audit_pending where tenant_id = ?"))
          .isEqualTo(2);
      assertThat(
              Superuser.count(
                  "select count(*) from audit_event where action = 'audit.trail_damaged'"
                      + " and severity = 'CRITICAL' and resource_id = ?",
                  tenant.id()))
          .isPositive();
      // The same when nothing but places remembers it, and when somebody plants an empty one.
      Superuser.change("delete from audit_checkpoint where tenant_id = ?", tenant.id());
      Superuser.change("delete from control.audit_head where tenant_id = ?", tenant.id());
      Superuser.change(
          "insert into audit_tree select tenant_id, origin, 0, '', sealed_at, announced_at from public.gone_tree");
      assertThatThrownBy(() -> probe.seal(tenant.ref()))
          .hasMessageContaining("leaves have their places in it");
      SampleTenant other = tenants.create("well");
      CurrentCall.within(
          other.asOwner(), () -> workspaces.create(new WorkspaceFields("well-space", "W", null)));
      Eventually.holds(
          "the other is sealed",
          () ->
              Superuser.count(
                      "select count(*) from control.audit_pending where tenant_id = ?", other.id())
                  == 0);
    } finally {
      Superuser.change("delete from audit_tree where tenant_id = ?", tenant.id());
      Superuser.change("insert into audit_tree select * from public.gone_tree");
      Superuser.change("drop table public.gone_tree");
    }
    probe.seal(tenant.ref());
    treeIsOfTheBytes();
    probe.sign(tenant.ref());
    assertThat(probe.health()).doesNotContain(tenant.ref().slug());
  }

  @Test
  void aFolderThatForgotIsFilledAgainAndTheTableOfHeadsRemembersToo() throws Exception {
    everythingIsSealed();
    String note = probe.sign(tenant.ref());
    probe.forget(tenant.ref());
    assertThat(probe.sign(tenant.ref())).isEqualTo(note);
    assertThat(probe.remembered(tenant.ref())).isEqualTo(note);
    long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
    keepABackup();
    change(2);
    everythingIsSealed();
    probe.sign(tenant.ref());
    restoreTheBackup(size);
    Superuser.change("delete from audit_checkpoint where tenant_id = ?", tenant.id());
    probe.forget(tenant.ref());
    assertThatThrownBy(() -> probe.sign(tenant.ref()))
        .hasMessageContaining("has %d leaves, and a checkpoint over %d".formatted(size, size + 2));
    assertThat(probe.remembered(tenant.ref())).isNull();
  }

  @Test
  void sealingGoesOnWhileRefusalsTakeAllTheirConnectionsAndAnotherTransactionIsOpen()
      throws Exception {
    everythingIsSealed();
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
      change(3);
      everythingIsSealed();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
      probe.sign(tenant.ref());
    } finally {
      for (Connection one : taken) {
        one.rollback();
        one.close();
      }
    }
    treeIsOfTheBytes();
  }

  @Test
  void aKeyThatSomebodyPutIntoTheTableIsNotBelieved() {
    everythingIsSealed();
    probe.sign(tenant.ref());
    Superuser.change(
        "insert into control.audit_key (key_id, public_spki, private_sealed, created_at)"
            + " select repeat('0', 64), public_spki, private_sealed, now() + interval '1 day' from control.audit_key limit 1");
    try {
      assertThat(probe.keys()).isNotEmpty().doesNotContain("0".repeat(64));
    } finally {
      Superuser.change("delete from control.audit_key where key_id = repeat('0', 64)");
    }
  }

  @Test
  void theNameOfTheLogsIsThatOfTheFirstEvent() {
    assertThat(otherOrigin.when("audit.elsewhere.example")).isEqualTo(otherOrigin.when("x"));
    everythingIsSealed();
    assertThat(probe.sign(tenant.ref())).startsWith(otherOrigin.when("y") + "/t/" + tenant.id());
  }

  @Test
  void theTrailOfThePlatformIsToldOfEveryTrail() throws Exception {
    everythingIsSealed();
    Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(probe.sign(tenant.ref())).text());
    probe.tell();
    List<Object[]> told =
        Superuser.rows(
            "select leaf from audit_event where action = 'audit.heads_recorded' order by id desc"
                + " limit 50");
    assertThat(told)
        .anySatisfy(
            row ->
                assertThat(new String((byte[]) row[0], StandardCharsets.UTF_8))
                    .contains(
                        "\"origin\":\"%s\"".formatted(checkpoint.origin()),
                        "\"size\":" + checkpoint.size()));
    long before = told.size();
    probe.tell();
    assertThat(before).isPositive();
    assertThat(
            Superuser.count(
                "select count(*) from control.audit_head where tenant_id = ? and told_size < size",
                tenant.id()))
        .isZero();
  }

  private void keepABackup() {
    for (String table : List.of("audit_tree", "audit_tile")) {
      Superuser.change("drop table if exists public.backup_of_" + table);
      Superuser.change(
          "create table public.backup_of_%1$s as select * from %1$s where tenant_id = '%2$s'"
              .formatted(table, tenant.id()));
    }
  }

  private void restoreTheBackup(long size) {
    for (String table : List.of("audit_tree", "audit_tile")) {
      Superuser.change("delete from " + table + " where tenant_id = ?", tenant.id());
      Superuser.change("insert into %1$s select * from public.backup_of_%1$s".formatted(table));
      Superuser.change("drop table public.backup_of_" + table);
    }
    Superuser.change(
        "delete from audit_event e using audit_leaf l where l.tenant_id = ? and l.position >= ?"
            + " and e.tenant_id = l.tenant_id and e.id = l.event_id",
        tenant.id(),
        size);
    Superuser.change(
        "delete from audit_leaf where tenant_id = ? and position >= ?", tenant.id(), size);
    Superuser.change(
        "delete from audit_checkpoint where tenant_id = ? and size > ?", tenant.id(), size);
  }

  private VerifierKey key(String log) {
    return VerifierKey.ofSpki(
        log, (byte[]) Superuser.rows("select public_spki from control.audit_key").get(0)[0]);
  }

  private void change(int times) {
    for (int i = 0; i < times; i++) {
      made++;
      String slug = "space-" + made;
      CurrentCall.within(
          tenant.asOwner(), () -> workspaces.create(new WorkspaceFields(slug, slug, null)));
    }
  }

  private static void onAnotherThread(Runnable work) throws Exception {
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    executor.submit(work).get();
  }

  private void everythingIsSealed() {
    Eventually.holds(
        "everything is sealed",
        () -> count("select count(*) from control.audit_pending where tenant_id = ?") == 0);
  }

  /** The tree of the bytes as they are stored, in the order of their places. */
  private CompactRange bytes() {
    CompactRange range = CompactRange.empty();
    rows("select e.leaf from audit_leaf l join audit_event e on e.tenant_id = l.tenant_id"
            + " and e.id = l.event_id where l.tenant_id = ? order by l.position")
        .forEach(row -> range.append(MerkleTree.leafHash((byte[]) row[0])));
    return range;
  }

  private void treeIsOfTheBytes() {
    CompactRange range = bytes();
    Object[] tree = rows("select size, subtrees from audit_tree where tenant_id = ?").get(0);
    assertThat(tree[0]).isEqualTo(range.size());
    assertThat((byte[]) tree[1]).isEqualTo(range.hashes());
    assertThat(rows("select position from audit_leaf where tenant_id = ? order by position"))
        .extracting(row -> row[0])
        .containsExactlyElementsOf(LongStream.range(0, range.size()).boxed().toList());
    assertThat(count("select count(*) from audit_event where tenant_id = ?"))
        .isEqualTo(range.size());
  }

  private List<Object[]> rows(String sql) {
    return Superuser.rows(sql, tenant.id());
  }

  private long count(String sql) {
    return Superuser.count(sql, tenant.id());
  }
}
