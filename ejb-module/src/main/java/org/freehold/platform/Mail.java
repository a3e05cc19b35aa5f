package org.freehold.platform;

import java.util.List;
import java.util.Objects;

/**
 * What all administrators of the tenant are to be told by mail. Fired by a service in its
 * transaction, with which it is queued; heard by the feature that sends mail, and by nobody where
 * no mail server is named. It holds no secret.
 *
 * @param subject one line, 150 characters at the most
 * @param paragraphs plain sentences
 * @param facts shown below them as a table
 * @param page of the dashboard, as {@code webhooks}, to which the link leads
 */
public record Mail(String subject, List<String> paragraphs, List<Fact> facts, String page) {
  public Mail {
    Objects.requireNonNull(subject);
    paragraphs = List.copyOf(paragraphs);
    facts = List.copyOf(facts);
    Objects.requireNonNull(page);
  }

  /** Something to know at a glance: {@code Endpoint: https://…}. */
  public record Fact(String name, String value) {}

  public static Mail toAdministrators(
      String subject, List<String> paragraphs, List<Fact> facts, String page) {
    return new Mail(subject, paragraphs, facts, page);
  }
}
