package org.freehold.batch.housekeeping;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.freehold.identity.IdentityHousekeeping;
import org.freehold.identity.KeyRotation;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** What concerns no tenant: sessions, failed sign-ins, signing keys. */
@Named
@Dependent
public class PlatformHousekeeping extends AbstractBatchlet {
  @Inject private IdentityHousekeeping identity;
  @Inject private KeyRotation keys;

  @Override
  public String process() throws Exception {
    CallContext call = CallContext.system("housekeeping", TenantRef.PLATFORM);
    return CurrentCall.within(
        call,
        () -> {
          keys.rotate();
          return "forgotten: " + identity.forgetExpired();
        });
  }
}
