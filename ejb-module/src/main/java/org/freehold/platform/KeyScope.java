package org.freehold.platform;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How far an API key reaches: what was given to it, and never more than its maker may do at the
 * moment. Either a role or permissions; the other is null.
 *
 * @param reach what it opens at all
 * @param maker the person who made the key, and whose powers bound it
 * @param makerEmail that person's address, in lower case
 * @param permissions as written, with wildcards
 * @param validUntil null: until it is revoked
 */
public record KeyScope(
    KeyReach reach,
    UserId maker,
    String makerEmail,
    String role,
    List<String> permissions,
    Instant validUntil) {
  public KeyScope {
    Objects.requireNonNull(reach);
    Objects.requireNonNull(maker);
    Objects.requireNonNull(makerEmail);
    if ((role == null) == (permissions == null)) {
      throw new IllegalArgumentException("A key has a role or permissions, one of them");
    }
    permissions = permissions == null ? null : List.copyOf(permissions);
  }

  /** Whether somebody came by a link: they are no key that the tenant keeps. */
  public boolean visiting() {
    return reach != KeyReach.API;
  }
}
