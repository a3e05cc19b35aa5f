package org.freehold.platform;

import java.util.Locale;
import java.util.UUID;

/**
 * Who acts: a user with a session, a system component, or nobody yet.
 *
 * @param id the user's id; the name's stand-in for components; null for an anonymous caller
 * @param name the email address of a user, or the component's name
 * @param session the session of a signed-in user, else null
 */
public record Actor(Kind kind, UUID id, String name, UUID session) {
  /** The kinds of actor; an API key, a job run and support access join with their features. */
  public enum Kind {
    USER,
    SYSTEM,
    ANONYMOUS;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Actor NOBODY = new Actor(Kind.ANONYMOUS, null, null, null);

  public static Actor user(UserId id, String email, UUID session) {
    return new Actor(Kind.USER, id.value(), email, session);
  }

  public static Actor system(String component) {
    return new Actor(Kind.SYSTEM, null, component, null);
  }

  public UserId userId() {
    if (kind != Kind.USER) {
      throw new IllegalStateException("No user acts here, but " + kind);
    }
    return new UserId(id);
  }
}
