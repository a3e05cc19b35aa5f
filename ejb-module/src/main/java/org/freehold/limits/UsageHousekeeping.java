package org.freehold.limits;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.freehold.limits.internal.KeptUsage;
import org.freehold.limits.internal.UsageRepository;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** Forgets what a tenant used more than thirteen months ago. */
@Stateless
@Guarded
@NotAudited("It forgets what has expired, as the settings say; nobody asked for it.")
public class UsageHousekeeping {
  @Inject private UsageRepository usage;
  @Inject private Clock clock;

  /** Answers how many rows. */
  @SystemCall
  public int forgetOld() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return usage.forget(CurrentCall.tenantId(), KeptUsage.since(today));
  }
}
