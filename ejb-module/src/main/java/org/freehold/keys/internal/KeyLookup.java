package org.freehold.keys.internal;

import jakarta.ejb.Stateless;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.keys.ApiKeyId;
import org.freehold.platform.Actor;
import org.freehold.platform.KeyScope;
import org.freehold.platform.Placement;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.tenancy.StoredPlan;
import org.freehold.tenancy.StoredRules;
import org.freehold.tenancy.TenantStatus;

/** Finds keys before the tenant is known: by the exact hash, through a function of the database. */
@Stateless
public class KeyLookup {
  private static final String KEYS =
      "select k.secret_hash, k.key_id, k.prefix, k.maker_id, k.role, k.permissions, k.allowed_ips,"
          + " k.rate_limit_per_hour, k.valid_until, k.tenant_id, k.slug, k.status, k.placement_schema, "
          + StoredPlan.COLUMNS
          + ", t.access_rules::text, u.email from control.api_keys_of(?1) k"
          + " join control.tenant t on t.id = k.tenant_id join control.app_user u on u.id = k.maker_id";

  @PersistenceContext private EntityManager em;

  /** Those that exist, by hash; revoked ones do not, expired ones do. */
  public Map<String, KnownKey> find(Collection<String> hashes) {
    List<?> rows =
        em.createNativeQuery(KEYS).setParameter(1, String.join(",", hashes)).getResultList();
    Map<String, KnownKey> found = new HashMap<>();
    rows.stream().map(Object[].class::cast).forEach(row -> found.put((String) row[0], key(row)));
    return found;
  }

  /** The slug of the tenant whose verified domain this is. */
  public Optional<String> tenantOfDomain(String domain) {
    List<?> rows =
        em.createNativeQuery(
                "select t.slug from control.tenant_domain d join control.tenant t on t.id = d.tenant_id"
                    + " where d.domain = ?1 and d.verified_at is not null")
            .setParameter(1, domain)
            .getResultList();
    return rows.stream().findFirst().map(String.class::cast);
  }

  private static KnownKey key(Object[] row) {
    Instant validUntil = row[8] == null ? null : ((Timestamp) row[8]).toInstant();
    KeyScope scope =
        new KeyScope(
            ApiKeyText.reachOf((String) row[2]),
            new UserId((UUID) row[3]),
            (String) row[18],
            (String) row[4],
            texts((String) row[5]),
            validUntil);
    TenantStatus status = WireNames.constant(TenantStatus.class, (String) row[11]).orElseThrow();
    return new KnownKey(
        new ApiKeyId((UUID) row[1]),
        Actor.apiKey((UUID) row[1], (String) row[2], scope),
        new TenantRef(
            new TenantId((UUID) row[9]),
            (String) row[10],
            (String) row[11],
            status.readable(),
            status.writable(),
            new Placement((String) row[12]),
            StoredPlan.read(row, 13),
            StoredRules.read((String) row[17])),
        new AllowedAddresses(texts((String) row[6])),
        (Integer) row[7],
        validUntil);
  }

  private static List<String> texts(String json) {
    return json == null ? null : JsonText.storedArray(json).getValuesAs(JsonString::getString);
  }
}
