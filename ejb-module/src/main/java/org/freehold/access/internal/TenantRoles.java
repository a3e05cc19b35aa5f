package org.freehold.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
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
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  private record Compiled(long version, RoleGraph graph) {}

  private final Cache<TenantId, Compiled> compiled =
      Caffeine.newBuilder().maximumSize(10_000).build();

  @Inject private RoleRepository roles;

  /** As of the version of {@link RoleRepository#version}; no statement when it is known. */
  RoleGraph graph(TenantId tenant, long version) {
    if (version == 0) {
      return RoleGraph.builtIn();
    }
    if (version == RoleRepository.OWN_CHANGES) {
      return load(tenant);
    }
    Compiled known = compiled.getIfPresent(tenant);
    if (known == null || known.version() != version) {
      known = new Compiled(version, load(tenant));
      compiled.put(tenant, known);
    }
    return known.graph();
  }

  /** As they are now, with what this transaction changed. */
  RoleGraph now(TenantId tenant) {
    return graph(tenant, roles.version(tenant));
  }

  private RoleGraph load(TenantId tenant) {
    return RoleGraph.of(
        CATALOGUE,
        roles.all(tenant).stream().map(role -> known(tenant, role.definition())).toList());
  }

  /** Without the permissions that this version of the product does not know, while another did. */
  static RoleDefinition known(TenantId tenant, RoleDefinition role) {
    return new RoleDefinition(
        role.name(),
        role.aliases(),
        role.parents(),
        known(tenant, role.name(), role.grants()),
        known(tenant, role.name(), role.denies()),
        role.workspaceId());
  }

  private static List<String> known(TenantId tenant, String role, List<String> entries) {
    List<String> known = entries.stream().filter(CATALOGUE::isGrant).toList();
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
