package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.platform.TenantRef;

/** Seals and signs on demand, and knows of which trails nothing is signed any more, and why. */
@ApplicationScoped
public class Checkpoints {
  private static final Logger LOG = System.getLogger(Checkpoints.class.getName());

  @Inject private Sealer sealer;
  @Inject private CheckpointSigner signer;

  private final Map<String, String> refused = new ConcurrentHashMap<>();

  /** Over what is sealed. Throws {@link TrailNotConsistent}. */
  Optional<CheckpointRows.Signed> sign(TenantRef tenant) {
    try {
      Optional<CheckpointRows.Signed> signed = signer.sign(tenant);
      refused.remove(tenant.slug());
      return signed;
    } catch (TrailNotConsistent e) {
      if (!e.getMessage().equals(refused.put(tenant.slug(), e.getMessage()))) {
        LOG.log(Level.ERROR, "No checkpoint is signed: " + e.getMessage());
      }
      throw e;
    }
  }

  /** Over all that is committed now. Throws {@link TrailNotConsistent}. */
  Optional<CheckpointRows.Signed> sealAndSign(TenantRef tenant) {
    sealer.sealAll(tenant);
    return sign(tenant);
  }

  /** The trails of tenants, by slug, for which this node signs nothing, each with the reason. */
  Map<String, String> refused() {
    return new TreeMap<>(refused);
  }
}
