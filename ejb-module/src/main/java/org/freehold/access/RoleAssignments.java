package org.freehold.access;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.freehold.access.internal.AssignmentRules;
import org.freehold.access.internal.RoleAssignment;
import org.freehold.access.internal.RoleAssignmentRepository;
import org.freehold.platform.Actor;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;

/**
 * Roles that users, teams and API keys hold beside the one that every user has. Nobody gives or
 * takes a role that may do more than they, and an API key changes nothing of itself.
 */
@Stateless
@Guarded
public class RoleAssignments {
  private static final int MOST = 100;

  @Inject private RoleAssignmentRepository assignments;
  @Inject private AssignmentRules rules;
  @Inject private RoleGrants roles;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("roles:read")
  public Page<RoleAssignmentDetails> list(RoleAssignmentFilter filter, PageRequest page) {
    return assignments.list(CurrentCall.tenantId(), filter, page);
  }

  @RequiresPermission("roles:read")
  public RoleAssignmentDetails details(RoleAssignmentId id) {
    return find(id).details();
  }

  @RequiresPermission("roles:write")
  @Audited(value = "role_assignment.created", complianceRelevant = true)
  public RoleAssignmentDetails create(RoleAssignmentFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    rules.check(fields, now);
    requireNotItself(fields.apiKeyId());
    String role = rules.role(fields);
    roles.requireMayGrant(role, fields.workspaceId());
    RoleAssignment assignment =
        new RoleAssignment(tenant, fields, role, CurrentCall.get().actor().person(), now);
    roles.keepingAdministrators(
        () -> {
          requireNew(assignments.ofHolder(tenant, fields, now), assignment);
          assignments.add(assignment);
          return assignment;
        });
    RoleAssignmentFields given = assignment.fields();
    events.fire(
        new AccessEvents.RoleAssigned(
            assignment.id().value(),
            given.role(),
            given.userId(),
            given.teamId(),
            given.apiKeyId(),
            given.workspaceId(),
            given.notBefore(),
            given.expiresAt()));
    changes.about("role_assignment", assignment.id().value()).after(given);
    return assignment.details();
  }

  @RequiresPermission("roles:write")
  @Audited(value = "role_assignment.deleted", complianceRelevant = true)
  public void delete(RoleAssignmentId id) {
    RoleAssignment assignment = find(id);
    RoleAssignmentFields given = assignment.fields();
    requireNotItself(given.apiKeyId());
    roles.requireMayGrant(given.role(), given.workspaceId());
    roles.keepingAdministrators(
        () -> {
          assignments.remove(assignment);
          return assignment;
        });
    events.fire(
        new AccessEvents.RoleTaken(
            id.value(),
            given.role(),
            given.userId(),
            given.teamId(),
            given.apiKeyId(),
            given.workspaceId()));
    changes.about("role_assignment", id.value()).before(given);
  }

  private static void requireNotItself(UUID key) {
    Actor actor = CurrentCall.get().actor();
    if (actor.kind() == Actor.Kind.API_KEY && actor.id().equals(key)) {
      throw NotAllowed.peopleOnly();
    }
  }

  private static void requireNew(List<RoleAssignment> present, RoleAssignment wanted) {
    if (present.size() >= MOST) {
      throw new Conflict(
          "too_many_assignments",
          "This one holds " + MOST + " roles already.",
          "Delete an assignment that is not needed, or make one role of several.");
    }
    boolean twice =
        present.stream()
            .anyMatch(
                one ->
                    one.role().equals(wanted.role())
                        && Objects.equals(one.workspaceId(), wanted.workspaceId()));
    if (twice) {
      throw new Conflict(
          "already_assigned",
          "The role " + wanted.role() + " is given there already.",
          "Delete that assignment first to give the role for another time.");
    }
  }

  private RoleAssignment find(RoleAssignmentId id) {
    return assignments
        .byId(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("role_assignment"));
  }
}
