package org.freehold.access.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.Subject;

/**
 * Somebody to the access engine, with the roles that made them so.
 *
 * @param roles held in the whole tenant at this moment, without those that they inherit from
 */
record Caller(Subject subject, Set<String> roles) {
  static Caller holding(PermissionSet permissions) {
    return new Caller(new Subject(null, permissions, Map.of(), Set.of()), Set.of());
  }

  List<String> roleNames() {
    return roles.stream().sorted().toList();
  }
}
