package org.freehold.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.Subject;
import org.freehold.platform.KeyScope;

/**
 * What an API key may do: what its maker may do now, in the tenant and in each workspace, as far as
 * the key reaches. A maker who is deactivated or demoted takes their keys along.
 */
@ApplicationScoped
public class KeyReach {
  private static final Logger LOG = System.getLogger(KeyReach.class.getName());
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  private final Cache<List<String>, PermissionSet> compiled =
      Caffeine.newBuilder().maximumSize(10_000).build();

  Subject narrowed(Subject maker, KeyScope scope) {
    PermissionSet reach = reach(scope);
    Map<UUID, PermissionSet> workspaces = new HashMap<>(maker.workspacePermissions());
    workspaces.replaceAll((workspace, held) -> held.intersection(reach));
    return new Subject(
        maker.userId(), maker.tenantPermissions().intersection(reach), workspaces, maker.teams());
  }

  private PermissionSet reach(KeyScope scope) {
    return scope.role() == null
        ? compiled.get(scope.permissions(), KeyReach::compile)
        : BuiltInRoles.permissionsOf(List.of(scope.role()));
  }

  /** A permission that this version of the product does not know, while another did, gives none. */
  private static PermissionSet compile(List<String> permissions) {
    PermissionSet reach = PermissionSet.NONE;
    for (String permission : permissions) {
      try {
        reach = reach.union(CATALOGUE.compile(List.of(permission)));
      } catch (IllegalArgumentException e) {
        LOG.log(Level.WARNING, "An API key has a permission that there is not: {0}", permission);
      }
    }
    return reach;
  }
}
