package org.freehold.engine.access;

import java.util.Set;

/**
 * What a subject has in the tenant as a whole, or in one workspace of it.
 *
 * @param held by roles, without what is denied
 * @param denied by roles; no policy gives it back
 * @param ceiling more than this no policy can give
 * @param member false for one who enters a workspace with the resource's admin permission only
 * @param roles by which policies find the subject here
 */
record Place(
    PermissionSet held,
    PermissionSet denied,
    PermissionSet ceiling,
    boolean member,
    Set<String> roles,
    PolicyIndex policies) {

  static final Place NOTHING = of(PermissionSet.NONE);

  static Place of(PermissionSet held) {
    return new Place(held, PermissionSet.NONE, PermissionSet.ALL, true, Set.of(), PolicyIndex.NONE);
  }
}
