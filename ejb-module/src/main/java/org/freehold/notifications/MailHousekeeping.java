package org.freehold.notifications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.freehold.notifications.internal.MailRepository;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** Forgets mail of a tenant that was sent, or given up, long ago. */
@Stateless
@Guarded
@NotAudited("It forgets what is past, after a fixed time; nobody asked for it.")
public class MailHousekeeping {
  private static final Duration KEPT = Duration.ofDays(90);

  @Inject private MailRepository mails;
  @Inject private Clock clock;

  /** Answers how many. */
  @SystemCall
  public int forgetOld() {
    return mails.forget(CurrentCall.tenantId(), clock.instant().minus(KEPT));
  }
}
