package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import org.freehold.audit.internal.OtherOrigin;
import org.freehold.audit.sealing.internal.SealingProbe;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checkpoints over trees: what is signed, what is not, and what remembers it. */
@ExtendWith(ArquillianExtension.class)
class SigningIT {
  @Inject private SampleTenants tenants;
  @Inject private Workspaces workspaces;
  @Inject private SealingProbe probe;
  @Inject private OtherOrigin otherOrigin;

  private SampleTenant tenant;
  private SealedTrail trail;

  @BeforeEach
  void aTenant() throws Exception {
    tenant = tenants.create("signed");
    trail = new SealedTrail(tenant, workspaces);
  }

  @Test
  void aCheckpointIsSignedOnceAndVerifiesWithThePublishedKey() throws Exception {
    trail.isSealed();
    SignedNote note = SignedNote.parse(probe.sign(tenant.ref()));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(note.isSignedBy(key(checkpoint.origin()))).isTrue();
    assertThat(checkpoint.origin()).endsWith("/t/" + tenant.id());
    assertThat(checkpoint.root()).isEqualTo(trail.bytes().root());
    assertThat(probe.sign(tenant.ref())).isEqualTo(note.toString());
    trail.change(1);
    trail.isSealed();
    SignedNote next = SignedNote.parse(probe.sign(tenant.ref()));
    assertThat(Checkpoint.parse(next.text()).size()).isEqualTo(checkpoint.size() + 1);
    assertThat(trail.count("select count(*) from audit_checkpoint where tenant_id = ?"))
        .isEqualTo(2);
  }

  @Test
  void aRestoredBackupSignsNoShorterTree() throws Exception {
    trail.isSealed();
    long size = Checkpoint.parse(SignedNote.parse(probe.sign(tenant.ref())).text()).size();
    keepABackup();
    trail.change(3);
    trail.isSealed();
    probe.sign(tenant.ref());
    restoreTheBackup(size);
    assertThatThrownBy(() -> probe.sign(tenant.ref()))
        .hasMessageContaining("has %d leaves, and a checkpoint over %d".formatted(size, size + 3));
    // Also when the new history has become as long as the old one was.
    trail.change(4);
    trail.isSealed();
    assertThatThrownBy(() -> probe.sign(tenant.ref()))
        .hasMessageContaining("does not continue what was signed over its first " + (size + 3));
    assertThat(trail.count("select max(size) from audit_checkpoint where tenant_id = ?"))
        .isEqualTo(size);
  }

  @Test
  void aTreeWhoseRowIsGoneIsToldAndNoOtherIsBegun() throws Exception {
    trail.isSealed();
    probe.sign(tenant.ref());
    Superuser.change(
        "create table public.gone_tree as select * from audit_tree where tenant_id = ?",
        tenant.id());
    Superuser.change("delete from audit_tree where tenant_id = ?", tenant.id());
    try {
      trail.change(2);
      assertThatThrownBy(() -> probe.seal(tenant.ref()))
          .hasMessageContaining("is gone or empty, and a checkpoint over");
      assertThatThrownBy(() -> probe.sign(tenant.ref())).isInstanceOf(RuntimeException.class);
      assertThat(probe.health()).contains(tenant.ref().slug(), "gone or empty");
      assertThat(trail.count("select count(*) from audit_tree where tenant_id = ?")).isZero();
      assertThat(trail.count("select count(*) from control.audit_pending where tenant_id = ?"))
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
      SealedTrail well = new SealedTrail(tenants.create("well"), workspaces);
      well.change(1);
      well.isSealed();
    } finally {
      Superuser.change("delete from audit_tree where tenant_id = ?", tenant.id());
      Superuser.change("insert into audit_tree select * from public.gone_tree");
      Superuser.change("drop table public.gone_tree");
    }
    probe.seal(tenant.ref());
    trail.isOfItsBytes();
    probe.sign(tenant.ref());
    assertThat(probe.health()).doesNotContain(tenant.ref().slug());
  }

  @Test
  void aFolderThatForgotIsFilledAgainAndTheTableOfHeadsRemembersToo() throws Exception {
    trail.isSealed();
    String note = probe.sign(tenant.ref());
    probe.forget(tenant.ref());
    assertThat(probe.sign(tenant.ref())).isEqualTo(note);
    assertThat(probe.remembered(tenant.ref())).isEqualTo(note);
    long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
    keepABackup();
    trail.change(2);
    trail.isSealed();
    probe.sign(tenant.ref());
    restoreTheBackup(size);
    Superuser.change("delete from audit_checkpoint where tenant_id = ?", tenant.id());
    probe.forget(tenant.ref());
    assertThatThrownBy(() -> probe.sign(tenant.ref()))
        .hasMessageContaining("has %d leaves, and a checkpoint over %d".formatted(size, size + 2));
    assertThat(probe.remembered(tenant.ref())).isNull();
  }

  @Test
  void aKeyThatSomebodyPutIntoTheTableIsNotBelieved() {
    trail.isSealed();
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
    trail.isSealed();
    assertThat(probe.sign(tenant.ref())).startsWith(otherOrigin.when("y") + "/t/" + tenant.id());
  }

  @Test
  void theTrailOfThePlatformIsToldOfEveryTrail() throws Exception {
    trail.isSealed();
    Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(probe.sign(tenant.ref())).text());
    probe.tell();
    List<String> told = told(checkpoint.origin());
    assertThat(told).anySatisfy(one -> assertThat(one).contains("\"size\":" + checkpoint.size()));
    probe.tell();
    assertThat(told(checkpoint.origin())).as("once").isEqualTo(told);
    assertThat(
            trail.count(
                "select count(*) from control.audit_head where tenant_id = ? and told_size < size"))
        .isZero();
  }

  /** The events of the platform's trail that name the log. */
  private static List<String> told(String origin) {
    return Superuser.rows(
            "select convert_from(leaf, 'UTF8') from audit_event where action = 'audit.heads_recorded'"
                + " order by id")
        .stream()
        .map(row -> (String) row[0])
        .filter(event -> event.contains("\"origin\":\"%s\"".formatted(origin)))
        .toList();
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
}
