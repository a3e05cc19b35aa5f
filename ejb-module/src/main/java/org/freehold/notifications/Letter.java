package org.freehold.notifications;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.Mail;

/**
 * A mail as it is to be sent.
 *
 * @param address of its one recipient; never to be logged
 * @param tenant the slug
 * @param attachment null: none
 * @param page of the dashboard
 */
public record Letter(
    MailId id,
    String address,
    String tenant,
    String subject,
    List<String> paragraphs,
    List<Mail.Fact> facts,
    List<String> quoted,
    Mail.Attachment attachment,
    String page,
    Instant createdAt) {}
