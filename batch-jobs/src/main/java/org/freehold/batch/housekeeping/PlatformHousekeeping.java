package org.freehold.batch.housekeeping;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.OptionalInt;
import org.freehold.identity.IdentityHousekeeping;
import org.freehold.identity.KeyRotation;
import org.freehold.jobs.RunningHere;
import org.freehold.webhooks.MessageHousekeeping;

/** What concerns no single tenant: sessions, failed sign-ins, signing keys, months of messages. */
@Named
@Dependent
public class PlatformHousekeeping extends AbstractBatchlet {
  @Inject private IdentityHousekeeping identity;
  @Inject private KeyRotation keys;
  @Inject private MessageHousekeeping messages;

  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;

  @Override
  public String process() throws Exception {
    return here.within(
        run,
        known -> {
          keys.rotate();
          messages.forgetRates();
          OptionalInt months = messages.renewMonths();
          return "forgotten: "
              + identity.forgetExpired()
              + ", months dropped: "
              + (months.isPresent() ? months.getAsInt() : "none, others used them");
        });
  }
}
