package org.freehold.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.freehold.access.OwnPermissions;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.engine.access.RoleGraph;
import org.freehold.platform.TenantId;

/**
 * The roles of a tenant, compiled once for each version of them. A graph that holds changes of the
 * running transaction is for it alone: it may roll back, and its version be another's.
 */
@ApplicationScoped
public class TenantRoles {
  private static final Logger LOG = System.getLogger(TenantRoles.class.getName());

  private record Compiled(long version, RoleGraph graph) {}

  private final Cache<TenantId, Compiled> compiled =
      Caffeine.newBuilder().maximumSize(10_000).build();

  @Inject private RoleRepository roles;
  @Inject private AccessStates states;
  @Inject @Any private Instance<OwnPermissions> more;

  /** No statement when it is known. */
  RoleGraph graph(TenantId tenant, AccessState state) {
    if (state.roles() == 0) {
      return RoleGraph.builtIn();
    }
    if (state.open()) {
      return load(tenant);
    }
    Compiled known = compiled.getIfPresent(tenant);
    if (known == null || known.version() != state.roles()) {
      known = new Compiled(state.roles(), load(tenant));
      compiled.put(tenant, known);
    }
    return known.graph();
  }

  /** As they are now, with what this transaction changed. */
  RoleGraph now(TenantId tenant) {
    return graph(tenant, states.asked(tenant));
  }

  private RoleGraph load(TenantId tenant) {
    PermissionCatalogue catalogue = catalogue(tenant);
    return RoleGraph.of(
        catalogue,
        roles.definitions(tenant).stream().map(role -> known(catalogue, tenant, role)).toList());
  }

  /** All permissions that there are in the tenant. */
  PermissionCatalogue catalogue(TenantId tenant) {
    List<String> own = more.stream().flatMap(source -> source.of(tenant).stream()).toList();
    PermissionCatalogue builtIn = PermissionCatalogue.builtIn();
    return own.isEmpty() ? builtIn : builtIn.with(own);
  }

  /** Without the permissions that this version of the product does not know, while another did. */
  static RoleDefinition known(PermissionCatalogue catalogue, TenantId tenant, RoleDefinition role) {
    return new RoleDefinition(
        role.name(),
        role.aliases(),
        role.parents(),
        known(catalogue, tenant, role.name(), role.grants()),
        known(catalogue, tenant, role.name(), role.denies()),
        role.workspaceId());
  }

  private static List<String> known(
      PermissionCatalogue catalogue, TenantId tenant, String role, List<String> entries) {
    List<String> known = entries.stream().filter(catalogue::isGrant).toList();
    if (known.size() < entries.size()) {
      LOG.log(
          Level.WARNING,
          "The role {0} of the tenant {1} names permissions that there are not",
          role,
          tenant.value());
    }
    return known;
  }
}
