package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.freehold.audit.sealing.AuditBundle;
import org.freehold.audit.sealing.AuditExports;
import org.freehold.audit.sealing.AuditPeriod;
import org.freehold.audit.sealing.internal.OvertakenBundles;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exports of a trail from which retention takes events meanwhile. */
@ExtendWith(ArquillianExtension.class)
class OvertakenExportsIT {
  @Inject private SampleTenants tenants;
  @Inject private Workspaces workspaces;
  @Inject private OvertakenBundles bundles;
  @Inject private AuditExports exports;

  private SampleTenant tenant;
  private SealedTrail trail;
  private int certified;

  @BeforeEach
  void aTenant() throws Exception {
    tenant = tenants.create("overtaken");
    trail = new SealedTrail(tenant, workspaces);
  }

  @Test
  void anExportThatIsOvertakenEachTimeSaysSo() {
    bundles.meanwhile(tenant.ref(), this::certify);
    assertThatThrownBy(this::export)
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("retention_at_work"));
    assertThat(certified).isEqualTo(3);
  }

  @Test
  void anExportThatIsOvertakenTwiceIsMadeAThirdTime() throws IOException {
    bundles.meanwhile(
        tenant.ref(),
        () -> {
          if (certified < 2) {
            certify();
          }
        });
    Files.delete(export().file());
    assertThat(certified).isEqualTo(2);
  }

  private AuditBundle export() {
    return CurrentCall.within(tenant.asOwner(), () -> exports.export(new AuditPeriod(null, null)));
  }

  /** On another thread, as that of the export is in a transaction. */
  private void certify() {
    try {
      ManagedExecutorService executor =
          InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
      CompletableFuture.runAsync(this::nextCertificate, executor).join();
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void nextCertificate() {
    certified++;
    trail.change(1);
    trail.isSealed();
    LastEvent.certifies(tenant);
  }
}
