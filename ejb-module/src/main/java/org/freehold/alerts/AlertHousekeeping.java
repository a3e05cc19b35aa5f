package org.freehold.alerts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.alerts.internal.Detection;
import org.freehold.alerts.internal.TraceRepository;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** Forgets whereabouts, hours and bursts that were not seen for long. */
@Stateless
@Guarded
@NotAudited("It forgets what is past, after a fixed time; nobody asked for it.")
public class AlertHousekeeping {
  @Inject private TraceRepository traces;
  @Inject private Clock clock;

  /** Answers how many. */
  @SystemCall
  public int forgetOld() {
    return traces.forget(CurrentCall.tenantId(), clock.instant().minus(Detection.MEMORY));
  }
}
