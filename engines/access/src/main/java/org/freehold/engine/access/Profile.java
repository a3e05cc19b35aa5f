package org.freehold.engine.access;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What conditions can ask of a subject beside what it holds. Null is unknown.
 *
 * @param externalType what somebody else's system calls its kind of subject
 * @param externalId in place of the id, for a subject of somebody else's system
 * @param email in lower case
 * @param properties further ones that a request brings along: texts, numbers, flags, sets of texts
 */
public record Profile(
    String externalType,
    String externalId,
    String email,
    Set<String> tags,
    Map<String, Object> properties) {

  public static final Profile NONE = new Profile(null, null, null, Set.of(), Map.of());

  public Profile {
    email = email == null ? null : email.toLowerCase(Locale.ROOT);
    tags = Set.copyOf(tags);
    properties = Map.copyOf(properties);
  }

  public static Profile ofEmail(String email) {
    return new Profile(null, null, email, Set.of(), Map.of());
  }

  public Profile described(Map<String, Object> other) {
    return new Profile(externalType, externalId, email, tags, other);
  }

  /** What is behind the last at sign; null without an address. */
  String emailDomain() {
    return email == null ? null : email.substring(email.lastIndexOf('@') + 1);
  }
}
