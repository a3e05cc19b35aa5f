package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.access.ReleasedRole;
import org.freehold.access.RoleFields;
import org.freehold.engine.access.AccessShift;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.RoleSet;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.Actor;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.ReleaseOperation.Effect;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * What would become of roles and of those who have them, with nothing changed: the rules of a
 * change are asked as they would be of one made by hand.
 */
@ApplicationScoped
public class RoleRehearsal {
  private static final int NAMED = 10;

  @Inject private RoleRepository roles;
  @Inject private RoleChanges changes;
  @Inject private AccessSnapshots snapshots;
  @Inject private Escalation escalation;
  @Inject private LockOutGuard guard;
  @Inject private Clock clock;

  /** One go through the section: the roles as they would be, and what is to be said of them. */
  private record Going(
      TenantId tenant,
      Editor editor,
      Map<String, TenantRole> roles,
      List<Effect> effects,
      List<Fault> faults) {
    PermissionCatalogue catalogue() {
      return editor.catalogue();
    }

    RoleBook book() {
      return RoleBook.of(catalogue(), roles.values());
    }

    void fault(int place, String member, String code, String detail) {
      faults.add(new Fault("/" + place + member, code, detail));
    }

    void tell(boolean caution, String text) {
      effects.add(new Effect(caution, text));
    }
  }

  /** {@link Invalid} with pointers below the list. */
  List<Effect> effects(List<ReleasedRole> wanted) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    TenantSnapshot before = snapshots.current(tenant).snapshot();
    Going going =
        new Going(
            tenant.id(),
            editor(before),
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new ArrayList<>());
    roles.all(tenant.id()).forEach(role -> going.roles().put(role.name(), role));
    Set<String> named = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (named.add(wanted.get(i).name())) {
        go(going, wanted.get(i), i);
      } else {
        going.fault(i, "/name", "twice", wanted.get(i).name() + " is here twice.");
      }
    }
    if (!going.faults().isEmpty()) {
      throw new Invalid(going.faults());
    }
    TenantSnapshot after = before.with(going.book().graph());
    guard.require(before, after);
    AccessShift.between(before, after, clock.instant())
        .forEach(shift -> going.tell(shift.lost(), told(shift)));
    return going.effects();
  }

  private Editor editor(TenantSnapshot snapshot) {
    Actor actor = CurrentCall.get().actor();
    Environment environment = escalation.caller().environment();
    return actor.kind() == Actor.Kind.SYSTEM
        ? new Editor(snapshot, null, environment)
        : new Editor(
            snapshot,
            Editor.orNobody(snapshot.subject(actor.id(), environment.now())),
            environment);
  }

  private void go(Going going, ReleasedRole wanted, int place) {
    String name = wanted.name();
    TenantRole now = going.roles().get(name);
    if (BuiltInRoles.canonical(name).isPresent()) {
      going.fault(place, "/name", "built_in", "The role " + name + " is built in.");
    } else if (now != null && now.workspaceId() != null) {
      going.fault(place, "/name", "role_of_workspace", "This role is of a workspace.");
    } else if (wanted.isGone()) {
      delete(going, wanted, now, place);
    } else {
      put(going, wanted, now, place);
    }
  }

  private void delete(Going going, ReleasedRole wanted, TenantRole now, int place) {
    if (now == null) {
      going.fault(place, "/name", "unknown", "There is no role " + wanted.name() + ".");
    } else if (wanted.saysMore()) {
      going.fault(place, "/delete", "not_alone", "What is deleted has nothing else to say.");
    } else {
      RoleBook book = going.book();
      escalation.requireMayChange(
          going.editor(), book.set(wanted.name()), RoleSet.NONE, wanted.name(), null);
      List<String> children = book.childrenOf(wanted.name());
      if (!children.isEmpty()) {
        going.fault(
            place,
            "/name",
            "in_use",
            "Others inherit from this role: " + String.join(", ", children) + ".");
        return;
      }
      List<String> uses = changes.uses(going.tenant(), wanted.name(), book);
      going.roles().remove(wanted.name());
      going.tell(
          !uses.isEmpty(),
          "The role %s is deleted%s."
              .formatted(
                  wanted.name(),
                  uses.isEmpty()
                      ? ""
                      : ", which fails as long as it is used by " + String.join(" and ", uses)));
    }
  }

  private void put(Going going, ReleasedRole wanted, TenantRole now, int place) {
    RoleFields before = now == null ? null : now.fields();
    RoleSet had = now == null ? RoleSet.NONE : going.book().set(wanted.name());
    RoleBook book;
    try {
      // What is there is a row of ours: it is not it that changes.
      TenantRole changed = new TenantRole(going.tenant(), wanted.over(before), Instant.EPOCH);
      going.roles().put(wanted.name(), changed);
      book = RoleBook.of(going.catalogue(), going.roles().values(), changed);
    } catch (Invalid e) {
      e.faults()
          .forEach(fault -> going.fault(place, fault.pointer(), fault.code(), fault.detail()));
      restore(going, wanted.name(), now);
      return;
    }
    RoleSet has = book.set(wanted.name());
    escalation.requireMayChange(going.editor(), had, has, wanted.name(), null);
    boolean same = going.roles().get(wanted.name()).fields().equals(before);
    going.tell(
        false,
        "The role %s is %s, and comes to %s."
            .formatted(
                wanted.name(),
                before == null ? "made" : same ? "as it is already" : "changed",
                listed(has.held().codes(going.catalogue()))));
  }

  private static void restore(Going going, String name, TenantRole now) {
    if (now == null) {
      going.roles().remove(name);
    } else {
      going.roles().put(name, now);
    }
  }

  private static String told(AccessShift shift) {
    String who = shift.kind() == Subject.Kind.USER ? "person" : "API key";
    String many = shift.kind() == Subject.Kind.USER ? "people" : "API keys";
    return "%d %s would %s %s."
        .formatted(
            shift.holders(),
            shift.holders() == 1 ? who : many,
            shift.lost() ? "lose" : "gain",
            listed(shift.permissions()));
  }

  private static String listed(List<String> permissions) {
    if (permissions.isEmpty()) {
      return "nothing";
    }
    int more = permissions.size() - NAMED;
    return String.join(", ", permissions.subList(0, Math.min(NAMED, permissions.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
