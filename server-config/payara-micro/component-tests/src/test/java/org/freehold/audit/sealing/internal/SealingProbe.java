package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** What the product does by itself, when a test wants it done. */
@ApplicationScoped
public class SealingProbe {
  @Inject private Sealer sealer;
  @Inject private CheckpointSigner signer;
  @Inject private PlatformHeads heads;

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
