package org.freehold.access;

import jakarta.ejb.Stateless;
import java.util.List;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.platform.Guarded;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;

/** The roles and permissions that there are, for whoever hands them out. */
@Stateless
@Guarded
public class RoleCatalogue {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  /**
   * A role.
   *
   * @param grants as written, with wildcards
   * @param permissions what they come to: every permission that the role holds
   */
  public record Role(String name, boolean builtIn, List<String> grants, List<String> permissions) {}

  /** A permission, as {@code projects:write}. */
  public record Permission(String name, String resource, String action) {}

  @RequiresPermission("roles:read")
  public Page<Role> roles() {
    return new Page<>(
        BuiltInRoles.names().stream().sorted().map(RoleCatalogue::role).toList(), null);
  }

  private static Role role(String name) {
    return new Role(
        name,
        true,
        BuiltInRoles.grantsOf(name),
        BuiltInRoles.permissionsOf(List.of(name)).codes(CATALOGUE));
  }

  @RequiresPermission("roles:read")
  public Page<Permission> permissions() {
    return new Page<>(CATALOGUE.codes().stream().map(RoleCatalogue::permission).toList(), null);
  }

  private static Permission permission(String code) {
    int colon = code.indexOf(':');
    return new Permission(code, code.substring(0, colon), code.substring(colon + 1));
  }
}
