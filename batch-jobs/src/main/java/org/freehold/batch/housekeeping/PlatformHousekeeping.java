package org.freehold.batch.housekeeping;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.freehold.identity.IdentityHousekeeping;
import org.freehold.identity.KeyRotation;
import org.freehold.jobs.RunningHere;

/** What concerns no tenant: sessions, failed sign-ins, signing keys. */
@Named
@Dependent
public class PlatformHousekeeping extends AbstractBatchlet {
  @Inject private IdentityHousekeeping identity;
  @Inject private KeyRotation keys;

  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;

  @Override
  public String process() throws Exception {
    return here.within(
        run,
        known -> {
          keys.rotate();
          return "forgotten: " + identity.forgetExpired();
        });
  }
}
