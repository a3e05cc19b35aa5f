package org.freehold.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.freehold.keys.ApiKeyFields;
import org.freehold.keys.ApiKeyId;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;

/**
 * The hashes of keys, written with the keys in one transaction. Each has a copy of what decides
 * over a request, which is found by it before the tenant is known.
 */
@ApplicationScoped
public class ApiKeySecrets {
  @PersistenceContext private EntityManager em;

  /** The secret that the key has from now on. */
  public void add(TenantId tenant, ApiKey key, ApiKeyText text) {
    ApiKeyFields fields = key.fields();
    em.createNativeQuery(
            "insert into control.api_key_secret (secret_hash, tenant_id, key_id, maker_id, prefix, role, permissions,"
                + " allowed_ips, rate_limit_per_hour, valid_until, superseded)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as int), cast(?10 as timestamptz), false)")
        .setParameter(1, HexFormat.of().parseHex(text.hash()))
        .setParameter(2, tenant.value())
        .setParameter(3, key.id().value())
        .setParameter(4, key.createdBy().value())
        .setParameter(5, key.prefix())
        .setParameter(6, fields.role())
        .setParameter(7, json(fields.permissions()))
        .setParameter(8, json(fields.allowedIps()))
        .setParameter(9, text(fields.rateLimitPerHour()))
        .setParameter(10, text(fields.expiresAt()))
        .executeUpdate();
  }

  /** Carries over what a key says of itself now; one that ends sooner anyway still does. */
  public void change(TenantId tenant, ApiKey key) {
    ApiKeyFields fields = key.fields();
    em.createNativeQuery(
            "update control.api_key_secret set role = ?3, permissions = ?4, allowed_ips = ?5,"
                + " rate_limit_per_hour = cast(?6 as int), valid_until = case when superseded"
                + " then least(valid_until, cast(?7 as timestamptz)) else cast(?7 as timestamptz) end"
                + " where tenant_id = ?1 and key_id = ?2")
        .setParameter(1, tenant.value())
        .setParameter(2, key.id().value())
        .setParameter(3, fields.role())
        .setParameter(4, json(fields.permissions()))
        .setParameter(5, json(fields.allowedIps()))
        .setParameter(6, text(fields.rateLimitPerHour()))
        .setParameter(7, text(fields.expiresAt()))
        .executeUpdate();
  }

  /**
   * The present secret lasts until then, or ends now when that is null; one from before it ends in
   * any case.
   */
  public void supersede(TenantId tenant, ApiKeyId id, Instant until) {
    em.createNativeQuery(
            "delete from control.api_key_secret where tenant_id = ?1 and key_id = ?2"
                + " and (superseded or cast(?3 as timestamptz) is null)")
        .setParameter(1, tenant.value())
        .setParameter(2, id.value())
        .setParameter(3, text(until))
        .executeUpdate();
    em.createNativeQuery(
            "update control.api_key_secret set superseded = true,"
                + " valid_until = least(valid_until, cast(?3 as timestamptz))"
                + " where tenant_id = ?1 and key_id = ?2")
        .setParameter(1, tenant.value())
        .setParameter(2, id.value())
        .setParameter(3, text(until))
        .executeUpdate();
  }

  public void remove(TenantId tenant, ApiKeyId id) {
    em.createNativeQuery("delete from control.api_key_secret where tenant_id = ?1 and key_id = ?2")
        .setParameter(1, tenant.value())
        .setParameter(2, id.value())
        .executeUpdate();
  }

  private static String json(List<String> texts) {
    return texts == null ? null : JsonText.of(texts);
  }

  /** As text, since a null of no type finds no column type through the entity manager. */
  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
