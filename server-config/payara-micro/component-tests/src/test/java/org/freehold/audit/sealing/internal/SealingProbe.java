package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.freehold.audit.internal.AuditSettings;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** What the product does by itself, when a test wants it done. */
@ApplicationScoped
public class SealingProbe {
  @Inject private Sealer sealer;
  @Inject private CheckpointSigner signer;
  @Inject private PlatformHeads heads;
  @Inject private CheckpointFolder folder;
  @Inject private AuditSettings settings;
  @Inject private AuditKeys keys;
  @Inject private CheckpointAnnouncement announcement;
  @Inject private SealingHealth health;
  @Inject private BundleMaker bundles;

  /** All that is committed. */
  public void seal(TenantRef tenant) {
    within(tenant, () -> sealer.sealAll(tenant));
  }

  /** The note over what is sealed. */
  public String sign(TenantRef tenant) {
    String[] note = new String[1];
    within(tenant, () -> note[0] = signer.sign(tenant).orElseThrow().note().toString());
    return note[0];
  }

  /** What is remembered outside the database; null: nothing. */
  public String remembered(TenantRef tenant) {
    return folder.newest(tenant.id()).orElse(null);
  }

  /** As whoever loses the folder. */
  public void forget(TenantRef tenant) throws IOException {
    Files.delete(settings.checkpointsFolder().resolve(tenant.id().value() + ".checkpoint"));
  }

  /** As the work does that signs a trail which has grown. */
  public void signAndAnnounce(TenantRef tenant) {
    within(
        tenant,
        () -> {
          CheckpointRows.Signed signed = signer.sign(tenant).orElseThrow();
          announcement.announce(tenant.id(), signed.note(), signed.signedAt());
        });
  }

  /** What a bundle of the whole trail has, as it is now. */
  @Transactional
  public BundleMaker.Extent extent(TenantRef tenant) {
    BundleMaker.Extent[] extent = new BundleMaker.Extent[1];
    within(tenant, () -> extent[0] = bundles.extent(tenant, null, null));
    return extent[0];
  }

  /** Whether retention came in between. */
  @Transactional
  public boolean isOvertaken(TenantRef tenant, BundleMaker.Extent extent) {
    boolean[] overtaken = new boolean[1];
    within(tenant, () -> overtaken[0] = bundles.isOvertaken(tenant, extent));
    return overtaken[0];
  }

  /** The ids of the keys that are believed, read anew. */
  public List<String> keys() {
    return keys.read().stream().map(AuditKeys.Key::id).toList();
  }

  /** What health says of sealing. */
  public String health() {
    try {
      return health.check().toString();
    } catch (RuntimeException e) {
      return e.getMessage();
    }
  }

  /** Tells the trail of the platform of all trails. */
  public void tell() {
    within(TenantRef.PLATFORM, heads::tell);
  }

  private static void within(TenantRef tenant, Runnable work) {
    CurrentCall.within(
        CallContext.system("component-tests", tenant),
        () -> {
          work.run();
          return null;
        });
  }
}
