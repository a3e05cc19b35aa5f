package org.freehold.access.policies.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.platform.Actor;
import org.freehold.platform.KeyScope;
import org.freehold.platform.TenantId;

/** Reads who must stay able to change policies, in one statement. */
@ApplicationScoped
public class KeeperRepository {
  private static final String ADMINISTRATOR = "tenant_admin";
  private static final String SQL =
      "select m.user_id, m.email, m.role,"
          + " (select string_agg(t.team_id::text, ',') from team_member t"
          + "   where t.tenant_id = m.tenant_id and t.user_id = m.user_id)"
          + " from membership m where m.tenant_id = ?1 and m.active"
          + " and (m.role = ?2 or m.user_id = ?3)";

  @PersistenceContext private EntityManager em;

  Keepers of(TenantId tenant, Actor saver) {
    UUID person = saver.person().value();
    List<?> rows =
        em.createNativeQuery(SQL)
            .setParameter(1, tenant.value())
            .setParameter(2, ADMINISTRATOR)
            .setParameter(3, person)
            .getResultList();
    Set<UUID> administrators = new LinkedHashSet<>();
    Set<UUID> savers = new LinkedHashSet<>(List.of(person));
    List<SubjectFacts> facts = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    for (Object one : rows) {
      Object[] row = (Object[]) one;
      UUID user = (UUID) row[0];
      String role = (String) row[2];
      facts.add(SubjectFacts.person(user, (String) row[1], teams((String) row[3]), Set.of()));
      grants.add(grant(Grant.Holder.USER, user, role));
      if (role.equals(ADMINISTRATOR)) {
        administrators.add(user);
      }
    }
    if (saver.key() != null) {
      addKey(saver, savers, facts, grants);
    }
    return new Keepers(administrators, savers, facts, grants);
  }

  private static void addKey(
      Actor key, Set<UUID> savers, List<SubjectFacts> facts, List<Grant> grants) {
    KeyScope scope = key.key();
    List<String> permissions = scope.permissions() == null ? List.of() : scope.permissions();
    savers.add(key.id());
    facts.add(SubjectFacts.key(key.id(), scope.maker().value(), permissions));
    if (scope.role() != null) {
      grants.add(grant(Grant.Holder.API_KEY, key.id(), scope.role()));
    }
  }

  private static Grant grant(Grant.Holder holder, UUID id, String role) {
    return new Grant(null, holder, id, role, null, null, null);
  }

  private static Set<UUID> teams(String ids) {
    return ids == null
        ? Set.of()
        : Arrays.stream(ids.split(",")).map(UUID::fromString).collect(Collectors.toSet());
  }
}
