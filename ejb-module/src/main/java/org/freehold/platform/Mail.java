package org.freehold.platform;

import java.util.List;
import java.util.Objects;

/**
 * What somebody is to be told by mail. Fired by itself it goes to all administrators of the tenant,
 * within an {@link OutsideMail} to whom the operator named: by a service in its transaction, with
 * which it is queued; heard by the feature that sends mail, and by nobody where no mail server is
 * named. It holds no secret.
 *
 * @param subject one line, 150 characters at the most
 * @param paragraphs plain sentences
 * @param facts shown below them as a table
 * @param quoted texts of several lines, shown below that as they are
 * @param attachment a file that comes with it; null: none
 * @param page of the dashboard, as {@code webhooks}, to which the link leads
 */
public record Mail(
    String subject,
    List<String> paragraphs,
    List<Fact> facts,
    List<String> quoted,
    Attachment attachment,
    String page) {
  public Mail {
    Objects.requireNonNull(subject);
    paragraphs = List.copyOf(paragraphs);
    facts = List.copyOf(facts);
    quoted = List.copyOf(quoted);
    Objects.requireNonNull(page);
  }

  /** Something to know at a glance: {@code Endpoint: https://…}. */
  public record Fact(String name, String value) {}

  /** A file: {@code type} as {@code application/zip}, the content in base64. */
  public record Attachment(String name, String type, String base64) {}

  public static Mail toAdministrators(
      String subject, List<String> paragraphs, List<Fact> facts, String page) {
    return new Mail(subject, paragraphs, facts, List.of(), null, page);
  }
}
