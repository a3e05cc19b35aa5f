package org.freehold.access.internal;

import java.util.List;
import java.util.Map;
import org.freehold.engine.access.RoleFault;
import org.freehold.engine.access.RoleFault.Code;
import org.freehold.platform.Conflict;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem;

/** Says what is wrong with roles where the request has it. */
final class RoleFaults {
  private RoleFaults() {}

  static Problem problem(List<RoleFault> faults, Map<String, TenantRole> roles) {
    if (faults.get(0).code() == Code.TOO_MANY_ROLES) {
      return new Conflict(
          "too_many_roles",
          "There are " + faults.get(0).entry() + " roles of the tenant's own already.",
          "Delete one that is not needed.");
    }
    return new Invalid(faults.stream().map(f -> fault(f, roles.get(f.role()))).toList());
  }

  private static Problem.Fault fault(RoleFault fault, TenantRole role) {
    String entry = fault.entry();
    return switch (fault.code()) {
      case MALFORMED_NAME -> at("/name", "pattern", "This is no name of a role.");
      case BUILT_IN_NAME -> at("/name", "built_in", "A built-in role has this name.");
      case TAKEN_NAME -> at("/name", "taken", "Another role has this name.");
      case UNKNOWN_PARENT -> at(parent(role, entry), "unknown_role", "There is no such role here.");
      case PARENT_ELSEWHERE ->
          at(parent(role, entry), "role_of_workspace", entry + " is of another workspace.");
      case PLATFORM_PARENT ->
          at(parent(role, entry), "platform_role", entry + " exists on the platform only.");
      case UNKNOWN_PERMISSION ->
          at(permission(role, entry), "unknown_permission", "There is no such permission.");
      case CYCLE ->
          at("/parents", "role_cycle", "This makes a circle: " + String.join(" → ", fault.cycle()));
      case TOO_MANY_PARENTS -> at("/parents", "too_many", "A role has at most " + entry + ".");
      case TOO_MANY_ALIASES -> at("/name", "too_many", "A role has at most " + entry + " names.");
      case TOO_MANY_ENTRIES ->
          at("/grants", "too_many", "Grants and denies are at most " + entry + " together.");
      case TOO_DEEP ->
          at("/parents", "too_deep", "Roles inherit over at most " + entry + " steps.");
      case TOO_MANY_ROLES -> throw new IllegalStateException("Told as a conflict");
    };
  }

  private static Problem.Fault at(String pointer, String code, String detail) {
    return new Problem.Fault(pointer, code, detail);
  }

  private static String parent(TenantRole role, String entry) {
    return "/parents/" + role.definition().parents().indexOf(entry);
  }

  private static String permission(TenantRole role, String entry) {
    int granted = role.definition().grants().indexOf(entry);
    return granted >= 0
        ? "/grants/" + granted
        : "/denies/" + role.definition().denies().indexOf(entry);
  }
}
