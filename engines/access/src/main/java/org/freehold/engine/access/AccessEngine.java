package org.freehold.engine.access;

import java.util.UUID;

/**
 * Decides one access.
 *
 * <ol>
 *   <li>A permission is held in a place by roles, without what they deny there, or by a policy that
 *       allows it; a policy that denies it takes it from whoever holds it.
 *   <li>The permissions that count for a thing of the whole tenant are those held in the tenant.
 *       For a thing in a workspace they are those held in that workspace; one who is not a member
 *       has the tenant's, but only if they hold the resource's admin permission, else nothing.
 *   <li>One who holds the resource's admin permission there sees the thing whatever its visibility.
 *   <li>One who holds the read permission sees it as far as its {@link Visibility} and its own
 *       restrictions to networks and email domains go; no visibility means no further rule. Without
 *       the read permission nothing is seen.
 *   <li>What is not seen is {@link Decision#HIDDEN}, whatever else the subject may. What is seen is
 *       {@link Decision#ALLOW} with the permission asked for and {@link Decision#DENY} without.
 *   <li>Owning a thing, or taking part in it, gives no permission: it only lets a holder of the
 *       read permission see it. A key sees so what its maker does.
 * </ol>
 *
 * <p>{@link AccessScope} says the same of lists. Nothing here allocates.
 */
public final class AccessEngine {

  private AccessEngine() {}

  /** For an operation that is not about one thing, by roles alone: the tenant's permissions. */
  public static Decision decide(Subject subject, int permissionIndex) {
    return subject.tenant().holds(permissionIndex) ? Decision.ALLOW : Decision.DENY;
  }

  /** For an operation on one thing, by roles alone; null facts mean that there is none. */
  public static Decision decide(
      Subject subject,
      int permissionIndex,
      int resourceReadIndex,
      int resourceAdminIndex,
      ResourceFacts facts) {
    return facts == null
        ? decide(subject, permissionIndex)
        : decide(
            subject,
            null,
            null,
            permissionIndex,
            resourceReadIndex,
            resourceAdminIndex,
            facts,
            null);
  }

  /** Whether the subject may know that the thing exists, by roles alone. */
  public static boolean sees(
      Subject subject, int resourceReadIndex, int resourceAdminIndex, ResourceFacts facts) {
    Decision decision =
        decide(
            subject,
            null,
            null,
            resourceReadIndex,
            resourceReadIndex,
            resourceAdminIndex,
            facts,
            null);
    return decision != Decision.HIDDEN;
  }

  /** By roles and policies. */
  static Decision decide(
      Subject subject,
      PermissionCatalogue catalogue,
      Action action,
      ResourceFacts facts,
      Environment env) {
    if (facts == null) {
      return holds(subject, catalogue, action, null, action.index(), null, env)
          ? Decision.ALLOW
          : Decision.DENY;
    }
    ResourceKind kind = catalogue.kind(facts.resourceType());
    int read = kind == null ? ResourceKind.NONE : kind.readIndex();
    int admin = kind == null ? ResourceKind.NONE : kind.adminIndex();
    return decide(
        subject,
        catalogue,
        action,
        action.index(),
        read == ResourceKind.NONE ? action.index() : read,
        admin,
        facts,
        env);
  }

  private static Decision decide(
      Subject subject,
      PermissionCatalogue catalogue,
      Action action,
      int permission,
      int read,
      int admin,
      ResourceFacts facts,
      Environment env) {
    UUID workspace = facts.workspaceId();
    boolean administers =
        admin >= 0 && holds(subject, catalogue, action, workspace, admin, facts, env);
    if (!administers) {
      boolean seen =
          !subject.isOutside(workspace)
              && isVisible(subject, facts, env)
              && holds(subject, catalogue, action, workspace, read, facts, env);
      if (!seen) {
        return Decision.HIDDEN;
      }
    }
    return holds(subject, catalogue, action, workspace, permission, facts, env)
        ? Decision.ALLOW
        : Decision.DENY;
  }

  /**
   * On a thing that is not there yet: nobody sees it, and whether its maker will is no matter. Who
   * may not know the place is told so.
   */
  static Decision decideNew(
      Subject subject,
      PermissionCatalogue catalogue,
      Action action,
      ResourceFacts facts,
      Environment env) {
    UUID workspace = facts.workspaceId();
    if (subject.isOutside(workspace)) {
      ResourceKind kind = catalogue.kind(facts.resourceType());
      int admin = kind == null ? ResourceKind.NONE : kind.adminIndex();
      if (admin < 0 || !holds(subject, catalogue, action, workspace, admin, facts, env)) {
        return Decision.HIDDEN;
      }
    }
    return holds(subject, catalogue, action, workspace, action.index(), facts, env)
        ? Decision.ALLOW
        : Decision.DENY;
  }

  /** Whether the subject has the permission in the place where the thing is. */
  static boolean holds(
      Subject subject,
      PermissionCatalogue catalogue,
      Action action,
      UUID workspace,
      int permission,
      ResourceFacts facts,
      Environment env) {
    Place place = subject.at(workspace);
    if (subject.maker() == null && !place.asksPolicies(permission)) {
      return place.holds(permission);
    }
    if (!place.holds(permission)
        && !isAllowed(subject, place, catalogue, action, workspace, permission, facts, env)) {
      return false;
    }
    if (isDenied(subject, place, catalogue, action, permission, facts, env)) {
      return false;
    }
    Subject maker = subject.maker();
    return maker == null
        || !isDenied(maker, maker.at(workspace), catalogue, action, permission, facts, env);
  }

  private static boolean isAllowed(
      Subject subject,
      Place place,
      PermissionCatalogue catalogue,
      Action action,
      UUID workspace,
      int permission,
      ResourceFacts facts,
      Environment env) {
    if (place.denied().has(permission) || !place.ceiling().has(permission)) {
      return false;
    }
    Subject asked = subject.maker() == null ? subject : subject.maker();
    Place askedPlace = asked == subject ? place : asked.at(workspace);
    PolicyIndex policies = askedPlace.policies();
    return policies.mayAllow(permission)
        && !askedPlace.denied().has(permission)
        && policies.allowing(asked, permission, at(catalogue, action, permission), facts, env)
            != null;
  }

  private static boolean isDenied(
      Subject subject,
      Place place,
      PermissionCatalogue catalogue,
      Action action,
      int permission,
      ResourceFacts facts,
      Environment env) {
    PolicyIndex policies = place.policies();
    return policies.mayDeny(permission)
        && policies.denying(subject, permission, at(catalogue, action, permission), facts, env)
            != null;
  }

  /** The action as conditions see it when another permission is looked at than was asked for. */
  static Action at(PermissionCatalogue catalogue, Action action, int permission) {
    if (action.index() == permission) {
      return action;
    }
    Action other = catalogue.action(permission);
    return action.properties().isEmpty() ? other : other.with(action.properties());
  }

  /** Whether the thing's own rules let a holder of the read permission see it. */
  static boolean isVisible(Subject subject, ResourceFacts facts, Environment env) {
    ResourceAttributes attributes = facts.attributes();
    if (attributes != ResourceAttributes.NONE
        && !attributes.admits(env == null ? null : env.address(), subject.emailDomain())) {
      return false;
    }
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
    UUID user = subject.personId();
    return user != null && (user.equals(facts.ownerId()) || facts.participants().contains(user));
  }
}
