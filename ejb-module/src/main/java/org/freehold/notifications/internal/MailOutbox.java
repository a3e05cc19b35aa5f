package org.freehold.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freehold.platform.Administrators;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Mail;
import org.freehold.platform.OutsideMail;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.work.WorkQueue;

/**
 * Queues mail in the transaction that fired it, one for each recipient. Without a mail server
 * nothing is queued, which is said once.
 */
@ApplicationScoped
public class MailOutbox {
  static final String KIND = "mail";

  /** Of a kind of its own: versions without it would look for a person and give it up. */
  static final String OUTSIDE = "mail_outside";

  private static final Logger LOG = System.getLogger(MailOutbox.class.getName());

  @Inject private MailSettings settings;
  @Inject private MailRepository mails;
  @Inject private Administrators administrators;
  @Inject private WorkQueue work;
  @Inject private Clock clock;
  private final AtomicBoolean said = new AtomicBoolean();

  void keep(@Observes Mail mail) {
    if (isSent()) {
      administrators.of(CurrentCall.get().requireTenant()).forEach(one -> queue(one, false, mail));
    }
  }

  void keep(@Observes OutsideMail mail) {
    if (isSent()) {
      mail.recipients().forEach(one -> queue(new UserId(one), true, mail.mail()));
    }
  }

  private boolean isSent() {
    if (!settings.isConfigured() && !said.getAndSet(true)) {
      LOG.log(Level.INFO, "No mail is sent: freehold.mail.host names no server");
    }
    return settings.isConfigured();
  }

  private void queue(UserId recipient, boolean outside, Mail mail) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    QueuedMail queued = new QueuedMail(recipient, outside, tenant, mail, now);
    mails.add(tenant, queued);
    work.schedule(outside ? OUTSIDE : KIND, tenant, queued.id(), now);
  }
}
