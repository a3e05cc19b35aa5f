package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.Actor;
import org.freehold.platform.KeyScope;
import org.freehold.platform.TenantId;

/**
 * Reads what a user or an API key may do in a tenant in one statement: the role, workspaces with
 * roles, teams, assignments that count at this moment, and the version of the tenant's roles.
 */
@ApplicationScoped
public class SubjectRepository {
  private static final Caller NOBODY = Caller.holding(PermissionSet.NONE);
  private static final Caller SYSTEM =
      Caller.holding(BuiltInRoles.permissionsOf(List.of("super_admin")));
  private static final UUID NO_KEY = new UUID(0, 0);

  private static final String GIVEN =
      " (select string_agg(coalesce(a.workspace_id::text, '') || '=' || a.role, ',') from ";
  private static final String COUNTS_NOW =
      " and (a.not_before is null or a.not_before <= ?3) and (a.expires_at is null or a.expires_at > ?3)),";
  private static final String SQL =
      "select m.role, m.email,"
          + " (select string_agg(w.workspace_id || '=' || w.role, ',') from workspace_member w"
          + "   where w.tenant_id = m.tenant_id and w.user_id = m.user_id),"
          + " (select string_agg(t.team_id::text, ',') from team_member t"
          + "   where t.tenant_id = m.tenant_id and t.user_id = m.user_id),"
          + (GIVEN + "role_assignment a where a.tenant_id = m.tenant_id and a.user_id = m.user_id")
          + COUNTS_NOW
          + (GIVEN + "team_member t join role_assignment a on a.tenant_id = t.tenant_id")
          + "   and a.team_id = t.team_id where t.tenant_id = m.tenant_id and t.user_id = m.user_id"
          + COUNTS_NOW
          + (GIVEN + "role_assignment a where a.tenant_id = m.tenant_id and a.api_key_id = ?4")
          + COUNTS_NOW
          + " (select case when v.changed_in = pg_current_xact_id_if_assigned() then -1"
          + "   else v.roles_version end from access_version v where v.tenant_id = m.tenant_id)"
          + " from membership m where m.tenant_id = ?1 and m.user_id = ?2 and m.active";

  @PersistenceContext private EntityManager em;
  @Inject private TenantRoles roles;
  @Inject private Clock clock;

  Caller load(TenantId tenant, Actor actor) {
    return switch (actor.kind()) {
      case SYSTEM -> SYSTEM;
      case ANONYMOUS -> NOBODY;
      case USER -> read(tenant, actor.id(), null, null);
      case API_KEY -> read(tenant, actor.key().maker().value(), actor.id(), actor.key());
    };
  }

  private Caller read(TenantId tenant, UUID user, UUID key, KeyScope scope) {
    Instant now = clock.instant();
    List<?> rows =
        em.createNativeQuery(SQL)
            .setParameter(1, tenant.value())
            .setParameter(2, user)
            .setParameter(3, Timestamp.from(now))
            .setParameter(4, key == null ? NO_KEY : key)
            .getResultList();
    if (rows.isEmpty()) {
      return NOBODY;
    }
    Object[] row = (Object[]) rows.get(0);
    RoleGraph graph = roles.graph(tenant, row[7] == null ? 0 : ((Number) row[7]).longValue());
    List<Grant> grants = grantsOfUser(user, row);
    List<SubjectFacts> subjects = new ArrayList<>();
    subjects.add(person(user, row));
    UUID asked = user;
    if (key != null) {
      grants.addAll(grantsOfKey(key, scope, (String) row[6]));
      subjects.add(SubjectFacts.key(key, user, permissions(scope)));
      asked = key;
    }
    TenantFacts facts = new TenantFacts(tenant.value(), null, null);
    TenantSnapshot snapshot = TenantSnapshot.of(0, facts, graph, grants, List.of(), subjects);
    return new Caller(snapshot.subject(asked, now).asMaker(), inTenant(grants, asked));
  }

  private static SubjectFacts person(UUID user, Object[] row) {
    Set<UUID> workspaces =
        GrantPairs.grants((String) row[2], Grant.Holder.USER, user).stream()
            .map(Grant::workspaceId)
            .collect(Collectors.toSet());
    return SubjectFacts.person(user, (String) row[1], GrantPairs.ids((String) row[3]), workspaces);
  }

  /** What comes through a team is the user's: whose it is makes no difference here. */
  private static List<Grant> grantsOfUser(UUID user, Object[] row) {
    List<Grant> grants = new ArrayList<>();
    grants.add(GrantPairs.grant(Grant.Holder.USER, user, (String) row[0], null));
    for (int column : new int[] {2, 4, 5}) {
      grants.addAll(GrantPairs.grants((String) row[column], Grant.Holder.USER, user));
    }
    return grants;
  }

  private static List<Grant> grantsOfKey(UUID key, KeyScope scope, String given) {
    List<Grant> grants = new ArrayList<>(GrantPairs.grants(given, Grant.Holder.API_KEY, key));
    if (scope.role() != null) {
      grants.add(GrantPairs.grant(Grant.Holder.API_KEY, key, scope.role(), null));
    }
    return grants;
  }

  private static List<String> permissions(KeyScope scope) {
    return scope.permissions() == null ? List.of() : scope.permissions();
  }

  private static Set<String> inTenant(List<Grant> grants, UUID holder) {
    return grants.stream()
        .filter(grant -> grant.holderId().equals(holder) && Objects.isNull(grant.workspaceId()))
        .map(Grant::role)
        .collect(Collectors.toSet());
  }
}
