package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.webhooks.internal.ReplayRepository;
import org.freehold.webhooks.internal.WebhookSettings;

/** Forgets replays of a tenant that ended so long ago that their deliveries are gone. */
@Stateless
@Guarded
@NotAudited("It forgets what has expired, as the settings say; nobody asked for it.")
public class ReplayHousekeeping {
  /** Of one tenant at a time; what is left waits for the next. */
  private static final int MOST_AT_ONCE = 10_000;

  /** Deliveries go a whole month at a time. */
  private static final Duration LONGEST_MONTH = Duration.ofDays(31);

  @Inject private ReplayRepository replays;
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;

  /** Answers how many. */
  @SystemCall
  public int forgetOld() {
    Duration kept = Duration.ofDays(settings.keepDays()).plus(LONGEST_MONTH);
    return replays.forget(CurrentCall.tenantId(), clock.instant().minus(kept), MOST_AT_ONCE);
  }
}
