package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.Subject;
import org.freehold.platform.Actor;
import org.freehold.platform.TenantId;

/** Reads what a user may do in a tenant in one statement: role, workspaces with roles, teams. */
@ApplicationScoped
public class SubjectRepository {
  private static final Subject NOBODY = new Subject(null, PermissionSet.NONE, Map.of(), Set.of());
  private static final Subject SYSTEM =
      new Subject(null, BuiltInRoles.permissionsOf(List.of("super_admin")), Map.of(), Set.of());
  private static final String SQL =
      "select m.role,"
          + " (select string_agg(w.workspace_id || '=' || w.role, ',') from workspace_member w"
          + "   where w.tenant_id = m.tenant_id and w.user_id = m.user_id),"
          + " (select string_agg(t.team_id::text, ',') from team_member t"
          + "   where t.tenant_id = m.tenant_id and t.user_id = m.user_id)"
          + " from membership m where m.tenant_id = ?1 and m.user_id = ?2 and m.active";

  @PersistenceContext private EntityManager em;
  @Inject private KeyReach keys;

  Subject load(TenantId tenant, Actor actor) {
    return switch (actor.kind()) {
      case SYSTEM -> SYSTEM;
      case ANONYMOUS -> NOBODY;
      case USER -> ofUser(tenant, actor.id());
      case API_KEY -> keys.narrowed(ofUser(tenant, actor.key().maker().value()), actor.key());
    };
  }

  private Subject ofUser(TenantId tenant, UUID user) {
    List<?> rows =
        em.createNativeQuery(SQL)
            .setParameter(1, tenant.value())
            .setParameter(2, user)
            .getResultList();
    if (rows.isEmpty()) {
      return NOBODY;
    }
    Object[] row = (Object[]) rows.get(0);
    PermissionSet tenantWide = permissionsOf((String) row[0]);
    return new Subject(user, tenantWide, workspaces((String) row[1]), teams((String) row[2]));
  }

  private static Map<UUID, PermissionSet> workspaces(String pairs) {
    return parts(pairs)
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(pair -> UUID.fromString(pair[0]), pair -> permissionsOf(pair[1])));
  }

  private static Set<UUID> teams(String ids) {
    return parts(ids).map(UUID::fromString).collect(Collectors.toSet());
  }

  private static java.util.stream.Stream<String> parts(String list) {
    return list == null ? java.util.stream.Stream.empty() : Arrays.stream(list.split(","));
  }

  private static PermissionSet permissionsOf(String role) {
    return BuiltInRoles.permissionsOf(List.of(role));
  }
}
