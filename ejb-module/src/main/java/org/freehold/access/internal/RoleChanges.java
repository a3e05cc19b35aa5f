package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.freehold.access.AccessEvents;
import org.freehold.access.RoleDetails;
import org.freehold.access.RoleFields;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.RoleSet;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.TenantId;
import org.freehold.platform.WorkspaceId;
import org.freehold.tenancy.TenantReferences;

/**
 * Changes the roles of the tenant of the call, whoever the editor is: nobody writes into a role
 * what they do not hold themselves, nor takes it out, and an administrator remains.
 */
@ApplicationScoped
public class RoleChanges {
  @Inject private RoleRepository roles;
  @Inject private RoleAssignmentRepository assignments;
  @Inject private RoleUseRepository uses;
  @Inject private Escalation escalation;
  @Inject private LockOutGuard guard;
  @Inject private TenantReferences references;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  public RoleDetails create(RoleFields fields, Editor editor) {
    TenantId tenant = CurrentCall.tenantId();
    roles.lock(tenant);
    requireWorkspace(fields.workspaceId());
    if (roles.named(tenant, fields.name()).isPresent()) {
      throw new Conflict(
          "name_taken", "There is a role " + fields.name() + " already.", "Choose another name.");
    }
    TenantRole role = new TenantRole(tenant, fields, clock.instant());
    RoleBook book = book(tenant, editor).with(role);
    escalation.requireMayChange(
        editor, RoleSet.NONE, book.set(role.name()), role.name(), role.workspaceId());
    roles.add(role);
    RoleFields added = role.fields();
    events.fire(
        new AccessEvents.RoleCreated(
            added.name(), added.workspaceId(), added.parents(), added.grants(), added.denies()));
    changes.about("role", role.id()).after(added);
    return book.details(role);
  }

  /** Changes what the function makes of the present fields. */
  public RoleDetails change(TenantRole role, UnaryOperator<RoleFields> change, Editor editor) {
    TenantId tenant = CurrentCall.tenantId();
    String name = role.name();
    RoleFields before = role.fields();
    RoleSet had = book(tenant, editor).set(name);
    Instant now = clock.instant();
    RoleBook book =
        guard.keepingAdministrators(
            () -> {
              role.change(change.apply(before), now);
              RoleBook changed = RoleBook.of(editor.catalogue(), roles.all(tenant), role);
              escalation.requireMayChange(editor, had, changed.set(name), name, role.workspaceId());
              roles.flush();
              return changed;
            });
    RoleFields after = role.fields();
    if (!after.equals(before)) {
      events.fire(
          new AccessEvents.RoleUpdated(
              name, after.workspaceId(), after.parents(), after.grants(), after.denies()));
    }
    changes.about("role", role.id()).before(before).after(after);
    return book.details(role);
  }

  /** Assignments whose time is over go with it; any other use refuses. */
  public void delete(TenantRole role, Editor editor) {
    TenantId tenant = CurrentCall.tenantId();
    String name = role.name();
    RoleBook book = book(tenant, editor);
    escalation.requireMayChange(editor, book.set(name), RoleSet.NONE, name, role.workspaceId());
    List<String> found = uses(tenant, name, book);
    if (!found.isEmpty()) {
      throw new Conflict(
          "role_in_use",
          "The role " + name + " is used by " + String.join(" and ", found) + ".",
          "Give them another role first; GET /api/role-assignments?role=" + name + " tells whom.");
    }
    assignments.removeOf(tenant, name);
    changes.about("role", role.id()).before(role.fields());
    events.fire(new AccessEvents.RoleDeleted(name, role.workspaceId()));
    roles.remove(role);
  }

  /** Who uses the role, as in {@code 2 users}. */
  List<String> uses(TenantId tenant, String name, RoleBook book) {
    List<String> found = uses.uses(tenant, name, clock.instant());
    List<String> children = book.childrenOf(name);
    if (!children.isEmpty()) {
      found.add("the role" + (children.size() == 1 ? " " : "s ") + String.join(", ", children));
    }
    return found;
  }

  /** One that the tenant made itself, held until the transaction ends. */
  public TenantRole own(String name) {
    TenantId tenant = CurrentCall.tenantId();
    roles.lock(tenant);
    if (BuiltInRoles.canonical(name).isPresent()) {
      throw new Conflict(
          "role_built_in",
          "The role " + name + " is built in: nobody changes it.",
          "Make a role of your own with " + name + " among its parents.");
    }
    return roles.named(tenant, name).orElseThrow(() -> new NotFound("role"));
  }

  private RoleBook book(TenantId tenant, Editor editor) {
    return RoleBook.of(editor.catalogue(), roles.all(tenant));
  }

  private void requireWorkspace(WorkspaceId workspace) {
    if (workspace != null && !references.hasWorkspace(workspace)) {
      throw Invalid.at("/workspace_id", "unknown", "There is no such workspace here.");
    }
  }
}
