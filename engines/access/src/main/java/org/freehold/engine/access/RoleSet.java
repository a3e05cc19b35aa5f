package org.freehold.engine.access;

import java.util.Set;

/**
 * What some roles come to together; there is one object for equal sets of one {@link RoleGraph}.
 *
 * @param names the roles themselves and all that they inherit from, by their own names
 * @param granted what the roles grant, with what is denied still in it
 * @param denied what the roles deny, whoever grants it
 */
public record RoleSet(Set<String> names, PermissionSet granted, PermissionSet denied) {

  public static final RoleSet NONE = new RoleSet(Set.of(), PermissionSet.NONE, PermissionSet.NONE);

  public RoleSet {
    names = Set.copyOf(names);
  }

  /** What remains of the granted: deny wins. */
  public PermissionSet held() {
    return granted.minus(denied);
  }
}
