package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.LegalHolds;
import org.freehold.platform.TenantId;
import org.freehold.retention.UnderLegalHold;

/** Refuses, for all features, what a hold forbids. */
@ApplicationScoped
public class HoldGuard implements LegalHolds {
  @Inject private HoldRepository holds;
  @Inject private RetainedClasses classes;

  @Override
  public void refuseDeletionOf(Doomed doomed) {
    TenantId tenant = CurrentCall.tenantId();
    holds.stand(tenant);
    holds
        .covering(tenant, doomed, classes.scopes(doomed.dataClass()))
        .ifPresent(
            hold -> {
              throw new UnderLegalHold(hold.id(), hold.name());
            });
  }
}
