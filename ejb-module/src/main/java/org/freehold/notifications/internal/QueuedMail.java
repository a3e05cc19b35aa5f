package org.freehold.notifications.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.freehold.notifications.Letter;
import org.freehold.notifications.MailId;
import org.freehold.notifications.MailStatus;
import org.freehold.platform.Mail;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * A mail to one recipient: {@code queued → sent|given_up}. It knows a person, or the id of one whom
 * only the settings know, and not their address, which is looked up when it is sent.
 */
@Entity
@Table(name = "mail")
@IdClass(TenantRowKey.class)
public class QueuedMail {
  private static final int LONGEST_SUBJECT = 150;
  private static final int LONGEST_ERROR = 200;

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  private boolean outside;

  private String subject;

  @Convert(converter = JsonColumn.class)
  private String content;

  private String status;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private long version;

  protected QueuedMail() {}

  QueuedMail(UserId person, boolean outside, TenantId tenant, Mail mail, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    userId = person.value();
    this.outside = outside;
    subject = cut(mail.subject().replaceAll("\\p{Cntrl}+", " "), LONGEST_SUBJECT);
    content = MailContent.of(mail).json();
    status = WireNames.of(MailStatus.QUEUED);
    createdAt = now;
  }

  /** The server has taken it. */
  public void sent(Instant now) {
    lastError = null;
    end(MailStatus.SENT, now);
  }

  /** It was tried and not taken. */
  public void failed(String error) {
    lastError = cut(error, LONGEST_ERROR);
  }

  public void giveUp(String reason, Instant now) {
    lastError = cut(reason, LONGEST_ERROR);
    end(MailStatus.GIVEN_UP, now);
  }

  private void end(MailStatus outcome, Instant now) {
    status = WireNames.of(outcome);
    content = MailContent.parse(content).withoutAttachment().json();
    endedAt = now;
  }

  public Letter letter(String recipient, String tenant) {
    MailContent told = MailContent.parse(content);
    return new Letter(
        new MailId(id),
        recipient,
        tenant,
        subject,
        told.paragraphs(),
        told.facts(),
        told.quoted(),
        told.attachment(),
        told.page(),
        createdAt);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  UUID id() {
    return id;
  }

  public MailStatus status() {
    return WireNames.constant(MailStatus.class, status).orElseThrow();
  }

  /** Whether it goes to somebody whom only the settings know. */
  public boolean isOutside() {
    return outside;
  }

  public UserId userId() {
    return new UserId(userId);
  }

  public String subject() {
    return subject;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
