package org.freehold.tenancy;

import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/**
 * What the world hears of tenants and the people in them. What happens to a tenant from the
 * platform is a message of the platform.
 */
public final class TenancyEvents {
  private TenancyEvents() {}

  /** A tenant was made. */
  @EventType(value = "tenant.created", description = "A tenant was made.")
  public record TenantCreated(
      TenantId id, String slug, String name, TenantTier tier, TenantStatus status)
      implements DomainEvent {}

  /** Something of a tenant was changed. */
  @EventType(value = "tenant.updated", description = "Something of a tenant was changed.")
  public record TenantUpdated(
      TenantId id, String slug, String name, TenantTier tier, TenantStatus status)
      implements DomainEvent {}

  /** Whom a tenant lets in was changed. */
  @EventType(
      value = "tenant.access_rules_updated",
      description = "Whom a tenant lets in was changed.")
  public record AccessRulesUpdated(
      TenantId id, String slug, IpAllowList ipAllowList, EmailDomains emailDomains)
      implements DomainEvent {}

  /** A tenant became active. */
  @EventType(value = "tenant.activated", description = "A tenant became active.")
  public record TenantActivated(
      TenantId id, String slug, String name, TenantTier tier, TenantStatus status)
      implements DomainEvent {}

  /** A tenant was suspended, or its trial ended. */
  @EventType(
      value = "tenant.suspended",
      description = "A tenant was suspended, or its trial ended.")
  public record TenantSuspended(
      TenantId id, String slug, String name, TenantTier tier, TenantStatus status)
      implements DomainEvent {}

  /** A tenant was archived. */
  @EventType(value = "tenant.archived", description = "A tenant was archived.")
  public record TenantArchived(
      TenantId id, String slug, String name, TenantTier tier, TenantStatus status)
      implements DomainEvent {}

  /** A workspace was made. */
  @EventType(value = "workspace.created", description = "A workspace was made.")
  public record WorkspaceCreated(WorkspaceId id, String slug, String name) implements DomainEvent {}

  /** A user was added to the tenant. */
  @EventType(value = "user.created", description = "A user was added to the tenant.")
  public record UserCreated(UserId id, String email, String name, String role)
      implements DomainEvent {}

  /** Something of a user was changed. */
  @EventType(value = "user.updated", description = "Something of a user was changed.")
  public record UserUpdated(UserId id, String email, String name, String role)
      implements DomainEvent {}

  /** A user may no longer sign in to the tenant. */
  @EventType(
      value = "user.deactivated",
      description = "A user may no longer sign in to the tenant.")
  public record UserDeactivated(UserId id, String email, String name, String role)
      implements DomainEvent {}

  /** A person became a member of the tenant. */
  @EventType(value = "membership.added", description = "A person became a member of the tenant.")
  public record MembershipAdded(UserId userId, String role) implements DomainEvent {}

  /** A member of the tenant has another role. */
  @EventType(
      value = "membership.role_changed",
      description = "A member of the tenant has another role.")
  public record RoleChanged(UserId userId, String from, String to) implements DomainEvent {}

  /** A team was made. */
  @EventType(value = "team.created", description = "A team was made.")
  public record TeamCreated(TeamId id, String name, @OrNull UserId managerId)
      implements DomainEvent {}

  /** A user joined a team. */
  @EventType(value = "team.member_added", description = "A user joined a team.")
  public record TeamMemberAdded(TeamId teamId, UserId userId, TeamRole role)
      implements DomainEvent {}
}
