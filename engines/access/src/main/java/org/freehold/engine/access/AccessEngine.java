package org.freehold.engine.access;

import java.util.UUID;

/**
 * Decides one access.
 *
 * <ol>
 *   <li>The permissions that count for a thing of the whole tenant are those held in the tenant.
 *       For a thing in a workspace they are those held in that workspace; one who is not a member
 *       has the tenant's, but only if they hold the resource's admin permission, else nothing.
 *   <li>One who holds the resource's admin permission there sees the thing whatever its visibility.
 *   <li>One who holds the read permission sees it as far as its {@link Visibility} goes; no
 *       visibility means no further rule. Without the read permission nothing is seen.
 *   <li>What is not seen is {@link Decision#HIDDEN}, whatever else the subject may. What is seen is
 *       {@link Decision#ALLOW} with the permission asked for and {@link Decision#DENY} without.
 *   <li>Owning a thing, or taking part in it, gives no permission: it only lets a holder of the
 *       read permission see it.
 * </ol>
 *
 * <p>{@link AccessScope} says the same of lists. Nothing here allocates.
 */
public final class AccessEngine {

  private AccessEngine() {}

  /** For an operation that is not about one thing: decided by the tenant's permissions. */
  public static Decision decide(Subject subject, int permissionIndex) {
    return subject.tenantPermissions().has(permissionIndex) ? Decision.ALLOW : Decision.DENY;
  }

  /** For an operation on one thing; null facts mean that there is none. */
  public static Decision decide(
      Subject subject,
      int permissionIndex,
      int resourceReadIndex,
      int resourceAdminIndex,
      ResourceFacts facts) {
    if (facts == null) {
      return decide(subject, permissionIndex);
    }
    PermissionSet permissions = permissionsFor(subject, resourceAdminIndex, facts);
    if (!sees(subject, permissions, resourceReadIndex, resourceAdminIndex, facts)) {
      return Decision.HIDDEN;
    }
    return permissions.has(permissionIndex) ? Decision.ALLOW : Decision.DENY;
  }

  /** Whether the subject may know that the thing exists. */
  public static boolean sees(
      Subject subject, int resourceReadIndex, int resourceAdminIndex, ResourceFacts facts) {
    PermissionSet permissions = permissionsFor(subject, resourceAdminIndex, facts);
    return sees(subject, permissions, resourceReadIndex, resourceAdminIndex, facts);
  }

  private static boolean sees(
      Subject subject,
      PermissionSet permissions,
      int resourceReadIndex,
      int resourceAdminIndex,
      ResourceFacts facts) {
    return permissions.has(resourceAdminIndex)
        || permissions.has(resourceReadIndex) && isVisible(subject, facts);
  }

  private static PermissionSet permissionsFor(
      Subject subject, int resourceAdminIndex, ResourceFacts facts) {
    PermissionSet tenantWide = subject.tenantPermissions();
    if (facts.workspaceId() == null) {
      return tenantWide;
    }
    PermissionSet inside = subject.workspacePermissions().get(facts.workspaceId());
    if (inside != null) {
      return inside;
    }
    return tenantWide.has(resourceAdminIndex) ? tenantWide : PermissionSet.NONE;
  }

  private static boolean isVisible(Subject subject, ResourceFacts facts) {
    Visibility visibility = facts.visibility();
    if (visibility == null || visibility == Visibility.PUBLIC) {
      return true;
    }
    if (visibility == Visibility.TEAM) {
      UUID team = facts.teamId();
      if (team == null || subject.teams().contains(team)) {
        return true;
      }
    }
    UUID user = subject.userId();
    return user != null && (user.equals(facts.ownerId()) || facts.participants().contains(user));
  }
}
