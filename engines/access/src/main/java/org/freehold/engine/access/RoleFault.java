package org.freehold.engine.access;

import java.util.List;

/**
 * Why roles cannot be as they were written.
 *
 * @param role the role in which the fault is
 * @param entry the parent, alias, grant or deny that is wrong, or the limit that is passed
 * @param cycle for {@link Code#CYCLE} the names along it, the first again at the end; else empty
 */
public record RoleFault(Code code, String role, String entry, List<String> cycle) {

  /** What is wrong. */
  public enum Code {
    /** The name is none: see {@link RoleGraph#NAME}. */
    MALFORMED_NAME,
    /** A built-in role, or an alias of one, has this name or alias. */
    BUILT_IN_NAME,
    /** Another custom role has this name or alias. */
    TAKEN_NAME,
    UNKNOWN_PARENT,
    /** A role of another workspace, or of a workspace for a role of the tenant. */
    PARENT_ELSEWHERE,
    /** {@code super_admin} stays on the platform. */
    PLATFORM_PARENT,
    /** A grant or a deny that means no permission. */
    UNKNOWN_PERMISSION,
    CYCLE,
    TOO_MANY_ROLES,
    TOO_MANY_PARENTS,
    TOO_MANY_ALIASES,
    TOO_MANY_ENTRIES,
    TOO_DEEP
  }

  public RoleFault {
    cycle = List.copyOf(cycle);
  }

  static RoleFault of(Code code, String role, String entry) {
    return new RoleFault(code, role, entry, List.of());
  }
}
