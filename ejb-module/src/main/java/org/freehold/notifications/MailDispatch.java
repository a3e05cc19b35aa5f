package org.freehold.notifications;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.freehold.notifications.internal.MailRepository;
import org.freehold.notifications.internal.MailSettings;
import org.freehold.notifications.internal.QueuedMail;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.MailAddresses;
import org.freehold.platform.NotAudited;
import org.freehold.platform.OutsideAddresses;
import org.freehold.platform.SystemCall;

/** What is told of a mail before and after the server was asked to take it. */
@Stateless
@Guarded
public class MailDispatch {
  /** What a mail became, for the record. */
  public record Fate(MailStatus status, String subject, String reason) {}

  @Inject private MailRepository mails;
  @Inject private MailAddresses addresses;
  @Inject @Any private Instance<OutsideAddresses> outside;
  @Inject private MailSettings settings;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** Empty when it waits no more, or when its recipient has left and it never will be sent. */
  @SystemCall
  @NotAudited(
      "It carries out what was on record with the change; what is given up is mail.given_up.")
  public Optional<Letter> letter(MailId id) {
    return queued(id).flatMap(this::letter);
  }

  private Optional<Letter> letter(QueuedMail mail) {
    return address(mail)
        .map(address -> mail.letter(address, CurrentCall.get().requireTenant().slug()));
  }

  private Optional<String> address(QueuedMail mail) {
    return mail.isOutside()
        ? outside.stream().flatMap(known -> known.of(mail.userId().value()).stream()).findFirst()
        : addresses.of(CurrentCall.tenantId(), mail.userId());
  }

  /** The server has taken it. */
  @SystemCall
  @NotAudited(
      "It carries out what was on record with the change; what is given up is mail.given_up.")
  public void sent(MailId id) {
    queued(id).ifPresent(mail -> mail.sent(clock.instant()));
  }

  /** Whether it is to be tried again: not for ever. */
  @SystemCall
  @NotAudited(
      "It carries out what was on record with the change; what is given up is mail.given_up.")
  public boolean failed(MailId id, String error) {
    Optional<QueuedMail> mail = queued(id);
    mail.ifPresent(one -> one.failed(error));
    Instant end = clock.instant().minus(settings.giveUpAfter());
    return mail.filter(one -> one.createdAt().isAfter(end)).isPresent();
  }

  /** Nobody tries any more. */
  @SystemCall
  @Audited("mail.given_up")
  public void giveUp(MailId id, String reason) {
    changes.about("mail", id.value());
    Optional<QueuedMail> mail = queued(id);
    if (mail.isEmpty()) {
      changes.nothingChanged();
      return;
    }
    mail.get().giveUp(reason, clock.instant());
    changes
        .before(new Fate(MailStatus.QUEUED, mail.get().subject(), null))
        .after(new Fate(MailStatus.GIVEN_UP, mail.get().subject(), reason));
  }

  private Optional<QueuedMail> queued(MailId id) {
    return mails
        .byId(CurrentCall.tenantId(), id)
        .filter(mail -> mail.status() == MailStatus.QUEUED);
  }
}
