package org.freehold.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.platform.Guarded;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;

/**
 * The permissions that there are, those of the tenant's own types among them, for whoever hands
 * them out.
 */
@Stateless
@Guarded
public class PermissionList {
  @Inject private Access access;

  /** A permission, as {@code projects:write}. */
  public record Permission(String name, String resource, String action) {}

  @RequiresPermission("roles:read")
  public Page<Permission> permissions() {
    return new Page<>(
        access.snapshot().catalogue().codes().stream().map(PermissionList::permission).toList(),
        null);
  }

  private static Permission permission(String code) {
    int colon = code.indexOf(':');
    return new Permission(code, code.substring(0, colon), code.substring(colon + 1));
  }
}
