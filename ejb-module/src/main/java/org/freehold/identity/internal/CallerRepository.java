package org.freehold.identity.internal;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.Placement;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.WireNames;
import org.freehold.tenancy.StoredPlan;
import org.freehold.tenancy.StoredRules;
import org.freehold.tenancy.TenantStatus;

/** Finds the person behind a token and the tenant that a request is for, in one statement. */
@Stateless
public class CallerRepository {
  private static final String CALLER =
      "select u.email, d.slug, t.id, t.slug, t.status, t.placement_schema, "
          + StoredPlan.COLUMNS
          + ", t.access_rules::text from control.session s join control.app_user u on u.id = s.user_id and u.active"
          + " left join control.tenant_domain td on td.domain = ?4 and td.verified_at is not null"
          + " left join control.tenant d on d.id = td.tenant_id"
          + " left join control.tenant t on t.slug = coalesce(nullif(?3, ''), d.slug) and exists (select 1"
          + "   from control.user_tenant ut where ut.user_id = u.id and ut.tenant_id = t.id)"
          + " where s.id = ?1 and s.user_id = ?2 and s.revoked_at is null and s.expires_at > now()";
  private static final String HOMES =
      "select t.id, t.slug, t.status, t.placement_schema, "
          + StoredPlan.COLUMNS
          + ", t.access_rules::text from control.user_tenant ut"
          + " join control.tenant t on t.id = ut.tenant_id where ut.user_id = ?1 order by t.id limit 2";

  /**
   * @param domainSlug the tenant whose verified domain the host is, or null
   * @param tenant the tenant that was named, when the person belongs to it, or null
   */
  public record Caller(String email, String domainSlug, TenantRef tenant) {}

  @PersistenceContext private EntityManager em;

  /** Empty when the session is over or the person deactivated. */
  public Optional<Caller> find(AccessTokens.Bearer who, String slug, String domain) {
    List<?> rows =
        em.createNativeQuery(CALLER)
            .setParameter(1, who.session())
            .setParameter(2, who.user())
            .setParameter(3, slug == null ? "" : slug)
            .setParameter(4, domain == null ? "" : domain)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(r -> new Caller((String) r[0], (String) r[1], r[2] == null ? null : ref(r, 2)));
  }

  /** The tenant of a person who names none: the only one; for what concerns the platform, that. */
  public Optional<TenantRef> home(UUID user, boolean platformPath) {
    List<?> rows = em.createNativeQuery(HOMES).setParameter(1, user).getResultList();
    List<TenantRef> homes = rows.stream().map(Object[].class::cast).map(r -> ref(r, 0)).toList();
    // The platform's id is the smallest there is, so that it comes first.
    boolean operator = platformPath && !homes.isEmpty() && homes.get(0).isPlatform();
    return operator || homes.size() == 1 ? Optional.of(homes.get(0)) : Optional.empty();
  }

  private static TenantRef ref(Object[] row, int from) {
    TenantStatus status =
        WireNames.constant(TenantStatus.class, (String) row[from + 2]).orElseThrow();
    return new TenantRef(
        new TenantId((UUID) row[from]),
        (String) row[from + 1],
        (String) row[from + 2],
        status.readable(),
        status.writable(),
        new Placement((String) row[from + 3]),
        StoredPlan.read(row, from + 4),
        StoredRules.read((String) row[from + 8]));
  }
}
