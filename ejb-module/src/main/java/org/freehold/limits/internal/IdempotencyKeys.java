package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.IdempotencyKey;
import org.freehold.platform.Secret;
import org.freehold.platform.TenantId;
import org.freehold.platform.Versioned;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;
import org.freehold.platform.json.WireNames;

/** The keys of the last 24 hours, per tenant and actor. */
@ApplicationScoped
public class IdempotencyKeys {
  private static final Duration KEPT = Duration.ofHours(24);

  @PersistenceContext private EntityManager em;
  @Inject private Validator validator;
  @Inject private Clock clock;

  /**
   * Takes the key for this call, waiting for another call that holds it; or answers what that one
   * gave.
   */
  <T extends Record> Optional<Record> take(CallContext call, Class<T> type) {
    IdempotencyKey key = call.idempotencyKey();
    Timestamp now = Timestamp.from(clock.instant());
    Timestamp expired = Timestamp.from(clock.instant().minus(KEPT));
    int taken =
        em.createNativeQuery(
                "insert into idempotency_key as k (tenant_id, actor_id, key, request_hash, created_at)"
                    + " values (?1, ?2, ?3, ?4, ?5) on conflict (tenant_id, actor_id, key) do update"
                    + " set request_hash = excluded.request_hash, created_at = excluded.created_at, result = null"
                    + " where k.created_at < ?6")
            .setParameter(1, call.tenantId().value())
            .setParameter(2, call.actor().id())
            .setParameter(3, key.key())
            .setParameter(4, key.requestHash())
            .setParameter(5, now)
            .setParameter(6, expired)
            .executeUpdate();
    return taken == 1 ? Optional.empty() : Optional.of(earlier(call, type));
  }

  private <T extends Record> T earlier(CallContext call, Class<T> type) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select request_hash, result::text from idempotency_key"
                        + " where tenant_id = ?1 and actor_id = ?2 and key = ?3")
                .setParameter(1, call.tenantId().value())
                .setParameter(2, call.actor().id())
                .setParameter(3, call.idempotencyKey().key())
                .getSingleResult();
    if (!Arrays.equals((byte[]) row[0], call.idempotencyKey().requestHash())) {
      throw new Conflict(
          "idempotency_key_reused",
          "This Idempotency-Key came with another request before.",
          "Use a new key for a new request; repeat the same request with the same key.");
    }
    return new RecordReader(validator).read(type, JsonText.parseObject((String) row[1]));
  }

  public int forgetExpired(TenantId tenant) {
    return em.createNativeQuery(
            "delete from idempotency_key where tenant_id = ?1 and created_at < ?2")
        .setParameter(1, tenant.value())
        .setParameter(2, Timestamp.from(clock.instant().minus(KEPT)))
        .executeUpdate();
  }

  /** Keeps the result with the key, without its secrets. */
  void keep(CallContext call, Record result) {
    JsonObjectBuilder json = JsonText.PROVIDER.createObjectBuilder(JsonText.toObject(result));
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      if (component.isAnnotationPresent(Secret.class)) {
        json.remove(WireNames.of(component.getName()));
      }
    }
    if (result instanceof Versioned versioned) {
      json.add("version", versioned.version());
    }
    JsonObject stored = json.build();
    em.createNativeQuery(
            "update idempotency_key set result = ?4 where tenant_id = ?1 and actor_id = ?2 and key = ?3")
        .setParameter(1, call.tenantId().value())
        .setParameter(2, call.actor().id())
        .setParameter(3, call.idempotencyKey().key())
        .setParameter(4, stored.toString())
        .executeUpdate();
  }
}
