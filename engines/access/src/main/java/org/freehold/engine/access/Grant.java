package org.freehold.engine.access;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A role given to somebody.
 *
 * @param role a name or an alias
 * @param workspaceId the only workspace in which it counts; null for the whole tenant
 * @param notBefore the first instant at which it counts; null for always
 * @param expires the first instant at which it no longer counts; null for never
 */
public record Grant(
    UUID id,
    Holder holder,
    UUID holderId,
    String role,
    UUID workspaceId,
    Instant notBefore,
    Instant expires) {

  /** To whom roles can be given; a team gives to all its members. */
  public enum Holder {
    USER,
    TEAM,
    API_KEY
  }

  public Grant {
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(holderId, "holderId");
    Objects.requireNonNull(role, "role");
  }

  boolean countsAt(Instant now) {
    return (notBefore == null || !now.isBefore(notBefore))
        && (expires == null || now.isBefore(expires));
  }
}
