package org.freehold.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freehold.platform.Administrators;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Mail;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;
import org.freehold.platform.work.WorkQueue;

/**
 * Queues mail in the transaction that fired it, one for each recipient. Without a mail server
 * nothing is queued, which is said once.
 */
@ApplicationScoped
public class MailOutbox {
  static final String KIND = "mail";

  private static final Logger LOG = System.getLogger(MailOutbox.class.getName());

  @Inject private MailSettings settings;
  @Inject private MailRepository mails;
  @Inject private Administrators administrators;
  @Inject private WorkQueue work;
  @Inject private Clock clock;
  private final AtomicBoolean said = new AtomicBoolean();

  void keep(@Observes Mail mail) {
    if (settings.isConfigured()) {
      TenantRef tenant = CurrentCall.get().requireTenant();
      Instant now = clock.instant();
      recipients(tenant, mail, now).forEach(one -> queue(tenant, one, now));
    } else if (!said.getAndSet(true)) {
      LOG.log(Level.INFO, "No mail is sent: freehold.mail.host names no server");
    }
  }

  private List<QueuedMail> recipients(TenantRef tenant, Mail mail, Instant now) {
    List<UserId> people = administrators.of(tenant);
    return people.stream().map(one -> new QueuedMail(one, tenant.id(), mail, now)).toList();
  }

  private void queue(TenantRef tenant, QueuedMail mail, Instant now) {
    mails.add(tenant.id(), mail);
    work.schedule(KIND, tenant.id(), mail.id(), now);
  }
}
