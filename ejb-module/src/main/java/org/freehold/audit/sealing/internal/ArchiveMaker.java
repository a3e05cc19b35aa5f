package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.audit.sealing.AuditBundle;
import org.freehold.audit.sealing.AuditPeriod;
import org.freehold.platform.TenantRef;

/** Bundles of places instead of periods, with all that there is, for archives. */
@ApplicationScoped
public class ArchiveMaker {
  @Inject private BundleMaker bundles;
  @Inject private StoredTrail trail;
  @Inject private Sealer sealer;

  /** An IllegalStateException when nothing may be signed: what does not verify is not archived. */
  public AuditBundle make(TenantRef tenant, long begin, long end) {
    CheckpointRows.Signed signed = trail.covering(tenant);
    BundleMaker.Extent extent =
        new BundleMaker.Extent(
            signed.checkpoint().origin(),
            begin,
            end,
            signed.checkpoint().size(),
            null,
            null,
            signed,
            null);
    return bundles.make(tenant, new AuditPeriod(null, null), extent, true);
  }

  public void seal(TenantRef tenant) {
    sealer.sealAll(tenant);
  }
}
