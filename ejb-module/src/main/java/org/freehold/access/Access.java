package org.freehold.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.access.internal.CallSubject;
import org.freehold.engine.access.AccessScope;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.Subject;

/**
 * What the caller may do, for services that must say so in a query. Needs a running transaction.
 */
@ApplicationScoped
public class Access {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  @Inject private CallSubject caller;

  /** Which rows of a resource (as in {@code projects}) the caller may see. */
  public AccessScope scope(String permissionResource) {
    return AccessScope.of(
        caller.subject(),
        CATALOGUE.indexOf(permissionResource + ":read"),
        CATALOGUE.indexOf(permissionResource + ":admin"));
  }

  /** Whether the caller holds the permission tenant-wide. */
  public boolean holds(String permission) {
    return caller.subject().tenantPermissions().has(CATALOGUE.indexOf(permission));
  }

  public Subject subject() {
    return caller.subject();
  }

  /** The roles that the caller holds in the whole tenant at this moment, by name. */
  public List<String> roles() {
    return caller.roles();
  }

  /** The caller's tenant-wide permissions by name. */
  public List<String> permissions() {
    return caller.subject().tenantPermissions().codes(CATALOGUE);
  }
}
