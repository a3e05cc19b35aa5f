package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.freehold.platform.TenantRef;

/** Seals and signs on demand. */
@ApplicationScoped
public class Checkpoints {
  @Inject private Sealer sealer;
  @Inject private CheckpointSigner signer;
  @Inject private DamagedTrails damaged;

  /** Over what is sealed. Throws {@link TrailNotConsistent}. */
  Optional<CheckpointRows.Signed> sign(TenantRef tenant) {
    try {
      Optional<CheckpointRows.Signed> signed = signer.sign(tenant);
      damaged.mended(tenant, DamagedTrails.Work.SIGN);
      return signed;
    } catch (TrailNotConsistent e) {
      damaged.found(tenant, DamagedTrails.Work.SIGN, e);
      throw e;
    }
  }

  /** Over all that is committed now. Throws {@link TrailNotConsistent}. */
  Optional<CheckpointRows.Signed> sealAndSign(TenantRef tenant) {
    sealer.sealAll(tenant);
    return sign(tenant);
  }
}
