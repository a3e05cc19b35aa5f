package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.access.PolicySource;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.Profile;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;

/** Reads all that decides over access in a tenant: eight statements, whatever its size. */
@ApplicationScoped
public class SnapshotRepository {
  /** What ended lately still explains what was refused before. */
  private static final String ASSIGNMENTS =
      "select id, user_id, team_id, api_key_id, role, workspace_id, not_before, expires_at"
          + " from role_assignment where tenant_id = ?1"
          + " and (expires_at is null or expires_at > now() - interval '30 days')";

  private static final String KEYS =
      "select id, created_by, role, permissions::text from api_key"
          + " where tenant_id = ?1 and revoked_at is null";

  /** By so much a call may have begun before what decides over it is read. */
  private static final Duration LONGEST_CALL = Duration.ofHours(1);

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private TenantRoles roles;
  @Inject private PolicySource policies;

  TenantAccess load(TenantFacts tenant, AccessState state) {
    TenantId id = new TenantId(tenant.id());
    List<Grant> grants = new ArrayList<>();
    List<SubjectFacts> subjects = new ArrayList<>();
    addPeople(tenant.id(), grants, subjects);
    addKeys(tenant.id(), grants, subjects);
    for (Object[] row : rows(ASSIGNMENTS, tenant.id())) {
      grants.add(AssignmentRow.grant(row));
    }
    TenantSnapshot snapshot =
        TenantSnapshot.of(
            state.version(),
            tenant,
            roles.graph(id, state),
            grants,
            policies.enabled(id),
            subjects,
            clock.instant().minus(LONGEST_CALL));
    return new TenantAccess(snapshot, workspaces(tenant.id()));
  }

  private Map<UUID, String> workspaces(UUID tenant) {
    return rows("select id, slug from workspace where tenant_id = ?1", tenant).stream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }

  private void addPeople(UUID tenant, List<Grant> grants, Collection<SubjectFacts> people) {
    Map<UUID, Set<UUID>> workspaces = new HashMap<>();
    for (Object[] row :
        rows(
            "select user_id, workspace_id, role from workspace_member where tenant_id = ?1",
            tenant)) {
      UUID user = (UUID) row[0];
      UUID workspace = (UUID) row[1];
      workspaces.computeIfAbsent(user, key -> new HashSet<>()).add(workspace);
      grants.add(own(Grant.Holder.USER, user, (String) row[2], workspace));
    }
    Map<UUID, Set<UUID>> teams = new HashMap<>();
    for (Object[] row :
        rows("select user_id, team_id from team_member where tenant_id = ?1", tenant)) {
      teams.computeIfAbsent((UUID) row[0], key -> new HashSet<>()).add((UUID) row[1]);
    }
    for (Object[] row :
        rows("select user_id, email, role, active from membership where tenant_id = ?1", tenant)) {
      UUID user = (UUID) row[0];
      grants.add(own(Grant.Holder.USER, user, (String) row[2], null));
      people.add(
          new SubjectFacts(
              Subject.Kind.USER,
              user,
              (Boolean) row[3],
              Profile.ofEmail((String) row[1]),
              teams.getOrDefault(user, Set.of()),
              workspaces.getOrDefault(user, Set.of()),
              null,
              List.of()));
    }
  }

  private void addKeys(UUID tenant, List<Grant> grants, Collection<SubjectFacts> keys) {
    for (Object[] row : rows(KEYS, tenant)) {
      UUID key = (UUID) row[0];
      if (row[2] != null) {
        grants.add(own(Grant.Holder.API_KEY, key, (String) row[2], null));
      }
      keys.add(SubjectFacts.key(key, (UUID) row[1], JsonText.storedTexts((String) row[3])));
    }
  }

  /** What stands in the holder's own row. */
  private static Grant own(Grant.Holder holder, UUID id, String role, UUID workspace) {
    return new Grant(null, holder, id, role, workspace, null, null);
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(String sql, UUID tenant) {
    Query query = em.createNativeQuery(sql);
    return query.setParameter(1, tenant).getResultList();
  }
}
