package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.freehold.audit.sealing.internal.SealingProbe;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which checkpoints are kept, and of which webhooks hear. */
@ExtendWith(ArquillianExtension.class)
class CheckpointsKeptIT {
  @Inject private SampleTenants tenants;
  @Inject private Workspaces workspaces;
  @Inject private SealingProbe probe;

  private SampleTenant tenant;
  private SealedTrail trail;

  @BeforeEach
  void aTenant() throws Exception {
    tenant = tenants.create("kept");
    trail = new SealedTrail(tenant, workspaces);
  }

  @Test
  void oldOnesAreThinnedToOneAnHourAndLaterToOneADay() {
    trail.change(8);
    long size = signedSize();
    assertThat(size).isGreaterThan(6);
    Superuser.change(
        "update audit_checkpoint set signed_at = now() - interval '2 hours' where tenant_id = ?",
        tenant.id());
    insert(1, "date_trunc('day', now(), 'UTC') - interval '10 days' + interval '1 hour'");
    insert(2, "date_trunc('day', now(), 'UTC') - interval '10 days' + interval '5 hours'");
    insert(3, "date_trunc('hour', now(), 'UTC') - interval '2 days' + interval '1 minute'");
    insert(4, "date_trunc('hour', now(), 'UTC') - interval '2 days' + interval '50 minutes'");
    insert(5, "date_trunc('hour', now(), 'UTC') - interval '2 days' + interval '61 minutes'");
    trail.change(1);
    long newest = signedSize();
    // Whoever signs first in the hour thins afterwards, and that may be another than the test.
    Eventually.holds(
        "they are thinned", () -> sizes().stream().noneMatch(List.of(1L, 3L)::contains));
    assertThat(sizes()).contains(2L, 4L, 5L, size, newest);
  }

  @Test
  void theLastOfABurstIsAnnouncedWhenThePauseIsOver() {
    trail.change(1);
    trail.isSealed();
    probe.signAndAnnounce(tenant.ref());
    String waiting =
        "select count(*) from control.work_item where kind = 'audit_checkpoint' and tenant_id = ?"
            + " and subject_id = '00000000-0000-0000-0000-000000000001' and due_at > now() + interval '30 minutes'";
    assertThat(Superuser.count(waiting, tenant.id())).isEqualTo(1);
    Superuser.change(
        "update audit_tree set announced_at = now() - interval '2 hours' where tenant_id = ?",
        tenant.id());
    Superuser.change(
        "update control.work_item set due_at = now() where kind = 'audit_checkpoint' and tenant_id = ?",
        tenant.id());
    Eventually.holds(
        "it is announced",
        () ->
            Superuser.count(
                    "select count(*) from audit_tree where tenant_id = ? and announced_size > 0"
                        + " and announced_at > now() - interval '5 minutes'",
                    tenant.id())
                == 1);
  }

  private void insert(long size, String at) {
    Superuser.change(
        "insert into audit_checkpoint (tenant_id, size, root, note, signed_at) values (?, "
            + size
            + ", sha256(''), 'sample', "
            + at
            + ") on conflict (tenant_id, size) do update set signed_at = excluded.signed_at",
        tenant.id());
  }

  private List<Object> sizes() {
    return Superuser.rows("select size from audit_checkpoint where tenant_id = ?", tenant.id())
        .stream()
        .map(row -> row[0])
        .toList();
  }

  private long signedSize() {
    trail.isSealed();
    return Checkpoint.parse(SignedNote.parse(probe.sign(tenant.ref())).text()).size();
  }
}
