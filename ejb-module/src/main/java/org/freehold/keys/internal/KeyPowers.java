package org.freehold.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.access.Access;
import org.freehold.keys.ApiKeyFields;
import org.freehold.platform.Actor;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.TenantId;

/**
 * Who may do what with keys: everybody gives what they hold, and leaves other people's keys to
 * those who may administer keys. A key acts for its maker, so who had the secret of another
 * person's key would see what only they may see.
 */
@ApplicationScoped
public class KeyPowers {
  private static final String OPERATOR = "super_admin";
  private static final String ADMIN = "api_keys:admin";

  @Inject private RoleGrants roles;
  @Inject private Access access;

  /** The fields with the role's full name; refused when they reach further than the caller. */
  public ApiKeyFields grantable(ApiKeyFields wish) {
    ApiKeyFields fields =
        wish.role() == null ? wish : wish.withRole(roles.canonical(wish.role(), "/role"));
    requireGrantable(fields);
    return fields;
  }

  private void requireGrantable(ApiKeyFields fields) {
    if (fields.role() != null) {
      requireOfTenant(fields.role());
      roles.requireMayGrant(fields.role());
    }
    if (fields.permissions() != null) {
      roles.requireMayGrant(fields.permissions(), "/permissions");
    }
  }

  private static void requireOfTenant(String role) {
    if (role.equals(OPERATOR) && !CurrentCall.tenantId().equals(TenantId.PLATFORM)) {
      throw NotAllowed.because(
          "platform_role",
          "The role super_admin exists on the platform only.",
          "tenant_admin may do everything in a tenant.");
    }
  }

  public void requireMayChange(ApiKey key) {
    if (!isOwn(key)) {
      requireAdmin();
      requireGrantable(key.fields());
    }
  }

  /** A key may rotate itself and no other. */
  public void requireMayRotate(ApiKey key) {
    Actor actor = CurrentCall.get().actor();
    if (!key.id().value().equals(actor.id())) {
      CurrentCall.get().requirePerson();
      requireMayChange(key);
    }
  }

  public void requireMayRevoke(ApiKey key) {
    if (!isOwn(key)) {
      requireAdmin();
    }
  }

  private static boolean isOwn(ApiKey key) {
    return key.createdBy().equals(CurrentCall.get().actor().person());
  }

  private void requireAdmin() {
    if (!access.holds(ADMIN)) {
      throw NotAllowed.missing(ADMIN);
    }
  }
}
