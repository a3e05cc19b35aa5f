package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.RoleSet;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.Problem;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** Nobody gives, takes away or forbids what they do not hold themselves, where it counts. */
@ApplicationScoped
public class Escalation {
  private static final int NAMED = 5;

  @Inject private CallAccess caller;
  @Inject private AccessSnapshots snapshots;
  @Inject private TenantRoles roles;
  @Inject private Clock clock;

  /** Who calls. */
  public Editor caller() {
    return new Editor(caller.snapshot(), caller.subject(), caller.environment());
  }

  /** Somebody on whose authority it is done, as they are now; who is gone holds nothing. */
  public Editor person(UserId id) {
    Editor nobody = unbounded();
    return new Editor(
        nobody.snapshot(),
        Editor.orNobody(nobody.snapshot().subject(id.value(), nobody.environment().now())),
        nobody.environment());
  }

  /** The system, which may change everything. */
  public Editor unbounded() {
    return new Editor(
        snapshots.current(CurrentCall.get().requireTenant()).snapshot(),
        null,
        Environment.at(clock.instant()));
  }

  /** A role that there is no more gives nothing and may be taken by anybody. */
  void requireMayGrant(Collection<String> names, WorkspaceId workspace) {
    RoleGraph graph = roles.now(CurrentCall.tenantId());
    for (String name : names) {
      if (graph.canonical(name).isPresent()) {
        RoleSet set = graph.role(name);
        List<String> codes = set.granted().union(set.denied()).codes(graph.catalogue());
        Editor editor = caller();
        requireHolds(
            editor,
            codes,
            givenByPolicies(editor, set.names(), Set.of()),
            theRole(name),
            workspace);
      }
    }
  }

  /**
   * What a change of the role makes different to whoever has it; the sets are of roles that were
   * compiled with the editor's catalogue.
   */
  public void requireMayChange(
      Editor editor, RoleSet before, RoleSet after, String name, WorkspaceId workspace) {
    if (editor.isUnbounded()) {
      return;
    }
    PermissionSet granted = difference(before.granted(), after.granted());
    PermissionSet denied = difference(before.denied(), after.denied());
    Set<String> names = new HashSet<>(before.names());
    names.addAll(after.names());
    names.removeIf(one -> before.names().contains(one) && after.names().contains(one));
    requireHolds(
        editor,
        granted.union(denied).codes(editor.catalogue()),
        givenByPolicies(editor, names, Set.of()),
        theRole(name),
        workspace);
  }

  /** What policies let those in the team do; its roles are asked about by themselves. */
  void requireMayJoin(TeamId team) {
    Editor editor = caller();
    requireHolds(
        editor,
        List.of(),
        givenByPolicies(editor, Set.of(), Set.of(team.value())),
        "The team",
        null);
  }

  /** What policies give beside what roles grant. */
  private static List<String> givenByPolicies(
      Editor editor, Set<String> roleNames, Set<UUID> teams) {
    TenantSnapshot snapshot = editor.snapshot();
    return snapshot
        .givenByPolicies(roleNames, teams, editor.environment().now())
        .codes(snapshot.catalogue());
  }

  private static String theRole(String name) {
    return "The role " + name;
  }

  /** The same for permissions as they are written. */
  void requireMayGrant(List<String> permissions, String pointer) {
    PermissionSet held = caller().held(null);
    List<Problem.Fault> faults = new ArrayList<>();
    List<String> above = new ArrayList<>();
    for (int i = 0; i < permissions.size(); i++) {
      try {
        if (!held.containsAll(caller.snapshot().catalogue().compile(List.of(permissions.get(i))))) {
          above.add(permissions.get(i));
        }
      } catch (IllegalArgumentException e) {
        // The message of the catalogue would repeat whatever was sent.
        faults.add(new Problem.Fault(pointer + "/" + i, "unknown", "There is no such permission."));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    if (!above.isEmpty()) {
      throw NotAllowed.because(
          "permission_above_caller",
          "You do not hold " + String.join(", ", above) + " in the whole tenant.",
          "Leave out what you do not hold, or ask somebody who holds it.");
    }
  }

  private static PermissionSet difference(PermissionSet one, PermissionSet other) {
    return one.minus(other).union(other.minus(one));
  }

  /**
   * By code: what roles come to may have been read after what the caller holds, with other types.
   *
   * @param byRoles must be held by roles
   * @param byPolicies may be held by policies too
   */
  private static void requireHolds(
      Editor editor,
      List<String> byRoles,
      List<String> byPolicies,
      String what,
      WorkspaceId workspace) {
    PermissionCatalogue catalogue = editor.catalogue();
    PermissionSet held = editor.held(workspace);
    List<String> missing = new ArrayList<>(byRoles);
    missing.addAll(byPolicies);
    missing.removeIf(code -> catalogue.contains(code) && held.has(catalogue.indexOf(code)));
    missing.removeIf(code -> !byRoles.contains(code) && editor.may(code));
    if (missing.isEmpty()) {
      return;
    }
    String named = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
    String more = missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "";
    throw NotAllowed.because(
        "role_above_caller",
        what + " may do more than you may, or forbids it.",
        "Ask somebody who holds " + named + more + ".");
  }
}
