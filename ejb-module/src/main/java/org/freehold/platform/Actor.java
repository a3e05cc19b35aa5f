package org.freehold.platform;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Who acts: a user with a session, an API key, a system component, or nobody yet.
 *
 * @param id the user's or key's id; null for components and for an anonymous caller
 * @param name the email address of a user, the first characters of a key, or the component's name
 * @param session the session of a signed-in user, else null
 * @param key how far an API key reaches, else null
 */
public record Actor(Kind kind, UUID id, String name, UUID session, KeyScope key) {
  /** The kinds of actor; support access joins with its feature. */
  public enum Kind {
    USER,
    API_KEY,
    SYSTEM,
    ANONYMOUS;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Actor NOBODY = new Actor(Kind.ANONYMOUS, null, null, null, null);

  public static Actor user(UserId id, String email, UUID session) {
    return new Actor(Kind.USER, id.value(), email, session, null);
  }

  /** {@code prefix} as in {@code sk_live_Ab3d}: enough to tell keys apart, and no secret. */
  public static Actor apiKey(UUID id, String prefix, KeyScope scope) {
    return new Actor(Kind.API_KEY, id, prefix, null, Objects.requireNonNull(scope));
  }

  public static Actor system(String component) {
    return new Actor(Kind.SYSTEM, null, component, null, null);
  }

  /** The user; an IllegalStateException when somebody else acts. */
  public UserId userId() {
    if (kind != Kind.USER) {
      throw new IllegalStateException("No user acts here, but " + kind);
    }
    return new UserId(id);
  }

  /** The person on whose authority this happens: the user, or the maker of the key; else null. */
  public UserId person() {
    return switch (kind) {
      case USER -> new UserId(id);
      case API_KEY -> key.maker();
      case SYSTEM, ANONYMOUS -> null;
    };
  }

  /** The email address of that person, in lower case; else null. */
  public String personEmail() {
    return switch (kind) {
      case USER -> name;
      case API_KEY -> key.makerEmail();
      case SYSTEM, ANONYMOUS -> null;
    };
  }
}
