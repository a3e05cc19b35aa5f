package org.freehold.jobs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.jobs.internal.JobRunRepository;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** Forgets runs of a tenant that ended long ago, with their logs. */
@Stateless
@Guarded
@NotAudited("It forgets what has expired, as the settings say; nobody asked for it.")
public class JobHousekeeping {
  /** Of one tenant at a time; what is left waits for the next. */
  private static final int MOST_AT_ONCE = 10_000;

  @Inject private JobRunRepository runs;
  @Inject private JobSettings settings;
  @Inject private Clock clock;

  /** Answers how many. */
  @SystemCall
  public int forgetOld() {
    return runs.forget(
        CurrentCall.tenantId(), clock.instant().minus(settings.keep()), MOST_AT_ONCE);
  }
}
