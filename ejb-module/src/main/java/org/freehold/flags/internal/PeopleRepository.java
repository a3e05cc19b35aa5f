package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.platform.TenantId;

/** Whom the ids of a tenant's users stand for. */
@ApplicationScoped
public class PeopleRepository {
  @PersistenceContext private EntityManager em;

  /** Of those who are members still; {@code ids} may hold null. */
  public Map<UUID, String> emails(TenantId tenant, Collection<UUID> ids) {
    String wanted =
        ids.stream()
            .filter(Objects::nonNull)
            .distinct()
            .map(UUID::toString)
            .collect(Collectors.joining(" "));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        em.createNativeQuery(
                "select user_id, email from membership where tenant_id = ?1"
                    + " and user_id = any (string_to_array(?2, ' ')::uuid[])")
            .setParameter(1, tenant.value())
            .setParameter(2, wanted)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }
}
