package org.freehold.access;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.freehold.access.internal.Escalation;
import org.freehold.access.internal.LockOutGuard;
import org.freehold.access.internal.RoleAssignmentRepository;
import org.freehold.access.internal.RoleBook;
import org.freehold.access.internal.RoleRepository;
import org.freehold.access.internal.RoleUseRepository;
import org.freehold.access.internal.TenantRole;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.RoleSet;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.tenancy.TenantReferences;

/**
 * The roles of a tenant: the built-in ones, which nobody changes, and its own. Nobody writes into a
 * role what they do not hold themselves, nor takes it out.
 */
@Stateless
@Guarded
public class Roles {
  @Inject private Access access;
  @Inject private RoleRepository roles;
  @Inject private RoleAssignmentRepository assignments;
  @Inject private RoleUseRepository uses;
  @Inject private Escalation escalation;
  @Inject private LockOutGuard guard;
  @Inject private TenantReferences references;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("roles:read")
  public Page<RoleDetails> list(RoleFilter filter, PageRequest page) {
    return book(CurrentCall.tenantId()).page(filter, page);
  }

  @RequiresPermission("roles:read")
  public RoleMatrix matrix() {
    return book(CurrentCall.tenantId()).matrix();
  }

  @RequiresPermission("roles:read")
  public RoleDetails details(String name) {
    return book(CurrentCall.tenantId()).details(name).orElseThrow(() -> new NotFound("role"));
  }

  @RequiresPermission("roles:write")
  @Audited(value = "role.created", complianceRelevant = true)
  public RoleDetails create(RoleFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    roles.lock(tenant);
    requireWorkspace(fields.workspaceId());
    if (roles.named(tenant, fields.name()).isPresent()) {
      throw new Conflict(
          "name_taken", "There is a role " + fields.name() + " already.", "Choose another name.");
    }
    TenantRole role = new TenantRole(tenant, fields, clock.instant());
    RoleBook book = book(tenant).with(role);
    escalation.requireMayChange(
        RoleSet.NONE, book.set(role.name()), role.name(), role.workspaceId());
    roles.add(role);
    RoleFields added = role.fields();
    events.fire(
        new AccessEvents.RoleCreated(
            added.name(), added.workspaceId(), added.parents(), added.grants(), added.denies()));
    changes.about("role", role.id()).after(added);
    return book.details(role);
  }

  /**
   * Changes what the function makes of the present fields; {@code expectedVersion} null: whatever
   * is there.
   */
  @RequiresPermission("roles:write")
  @Audited(value = "role.updated", complianceRelevant = true)
  public RoleDetails change(String name, UnaryOperator<RoleFields> change, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    roles.lock(tenant);
    TenantRole role = own(tenant, name, expectedVersion);
    RoleFields before = role.fields();
    RoleSet had = book(tenant).set(name);
    Instant now = clock.instant();
    RoleBook book =
        guard.keepingAdministrators(
            () -> {
              role.change(change.apply(before), now);
              RoleBook changed = RoleBook.of(catalogue(), roles.all(tenant), role);
              escalation.requireMayChange(had, changed.set(name), name, role.workspaceId());
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
  @RequiresPermission("roles:write")
  @Audited(value = "role.deleted", complianceRelevant = true)
  public void delete(String name, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    roles.lock(tenant);
    TenantRole role = own(tenant, name, expectedVersion);
    RoleBook book = book(tenant);
    escalation.requireMayChange(book.set(name), RoleSet.NONE, name, role.workspaceId());
    requireUnused(tenant, name, book.childrenOf(name));
    assignments.removeOf(tenant, name);
    changes.about("role", role.id()).before(role.fields());
    events.fire(new AccessEvents.RoleDeleted(name, role.workspaceId()));
    roles.remove(role);
  }

  private RoleBook book(TenantId tenant) {
    return RoleBook.of(catalogue(), roles.all(tenant));
  }

  private PermissionCatalogue catalogue() {
    return access.snapshot().catalogue();
  }

  private void requireUnused(TenantId tenant, String name, List<String> children) {
    List<String> found = uses.uses(tenant, name, clock.instant());
    if (!children.isEmpty()) {
      found.add("the role" + (children.size() == 1 ? " " : "s ") + String.join(", ", children));
    }
    if (!found.isEmpty()) {
      throw new Conflict(
          "role_in_use",
          "The role " + name + " is used by " + String.join(" and ", found) + ".",
          "Give them another role first; GET /api/role-assignments?role=" + name + " tells whom.");
    }
  }

  private TenantRole own(TenantId tenant, String name, Long expectedVersion) {
    if (BuiltInRoles.canonical(name).isPresent()) {
      throw new Conflict(
          "role_built_in",
          "The role " + name + " is built in: nobody changes it.",
          "Make a role of your own with " + name + " among its parents.");
    }
    TenantRole role = roles.named(tenant, name).orElseThrow(() -> new NotFound("role"));
    if (expectedVersion != null && expectedVersion != role.version()) {
      throw new Stale();
    }
    return role;
  }

  private void requireWorkspace(WorkspaceId workspace) {
    if (workspace != null && !references.hasWorkspace(workspace)) {
      throw Invalid.at("/workspace_id", "unknown", "There is no such workspace here.");
    }
  }
}
