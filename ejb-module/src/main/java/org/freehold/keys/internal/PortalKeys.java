package org.freehold.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.freehold.keys.ApiKeyId;
import org.freehold.keys.PortalAccess;
import org.freehold.keys.PortalLinkDetails;
import org.freehold.keys.PortalLinkId;
import org.freehold.platform.Actor;
import org.freehold.platform.Conflict;
import org.freehold.platform.KeyReach;
import org.freehold.platform.KeyScope;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;

/**
 * The keys behind portal links and what they open: rows of secrets, which the tenant has no other
 * of.
 */
@ApplicationScoped
public class PortalKeys {
  private static final int REQUESTS_PER_HOUR = 3600;
  private static final String OF_LINK =
      "from control.api_key_secret where tenant_id = ?1 and purpose = 'portal_link'";

  private static final String GOOD =
      "select l.key_id, l.permissions::text, l.maker_id, l.made_at, l.valid_until,"
          + " (select count(*) from control.api_key_secret s where s.tenant_id = l.tenant_id"
          + " and s.made_with = l.key_id) from control.api_key_secret l where l.tenant_id = ?1"
          + " and l.purpose = 'portal_link' and l.valid_until > ?2";

  /**
   * A key to be made.
   *
   * @param maker whose powers bound it
   * @param madeWith the key or link that ends it when it ends; null for none
   */
  public record Wish(
      KeyReach reach, UserId maker, UUID madeWith, List<String> permissions, Instant validUntil) {}

  /** What was made; the token is kept nowhere. */
  public record Made(UUID id, String token, Instant validUntil) {}

  @PersistenceContext private EntityManager em;
  @Inject private KeySettings settings;
  @Inject private Event<ApiKeyChanged> changes;

  public Made add(TenantId tenant, Wish wish, Instant now) {
    ApiKeyText text = ApiKeyText.random(wish.reach(), settings.kind());
    UUID id = Uuid7.next();
    em.createNativeQuery(
            "insert into control.api_key_secret (secret_hash, tenant_id, key_id, maker_id, prefix, permissions,"
                + " allowed_ips, rate_limit_per_hour, valid_until, superseded, purpose, made_with, made_at)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, '[]', ?7, ?8, false, ?9, cast(?10 as uuid), ?11)")
        .setParameter(1, HexFormat.of().parseHex(text.hash()))
        .setParameter(2, tenant.value())
        .setParameter(3, id)
        .setParameter(4, wish.maker().value())
        .setParameter(5, text.prefix())
        .setParameter(6, JsonText.of(wish.permissions()))
        .setParameter(7, REQUESTS_PER_HOUR)
        .setParameter(8, Timestamp.from(wish.validUntil()))
        .setParameter(9, WireNames.of(wish.reach()))
        .setParameter(10, wish.madeWith() == null ? null : wish.madeWith().toString())
        .setParameter(11, Timestamp.from(now))
        .executeUpdate();
    return new Made(id, text.value(), wish.validUntil());
  }

  public long countLinks(TenantId tenant) {
    return count(
        em.createNativeQuery("select count(*) " + OF_LINK)
            .setParameter(1, tenant.value())
            .getSingleResult());
  }

  public long countMadeWith(TenantId tenant, UUID id) {
    return count(
        em.createNativeQuery(
                "select count(*) from control.api_key_secret where tenant_id = ?1 and made_with = ?2")
            .setParameter(1, tenant.value())
            .setParameter(2, id)
            .getSingleResult());
  }

  private static long count(Object result) {
    return ((Number) result).longValue();
  }

  /** Those that are good at this moment, the newest first. */
  public List<PortalLinkDetails> links(TenantId tenant, Instant now) {
    List<?> rows =
        em.createNativeQuery(GOOD + " order by l.key_id desc limit 200")
            .setParameter(1, tenant.value())
            .setParameter(2, Timestamp.from(now))
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(PortalKeys::details).toList();
  }

  public Optional<PortalLinkDetails> link(TenantId tenant, UUID id, Instant now) {
    List<?> rows =
        em.createNativeQuery(GOOD + " and l.key_id = ?3")
            .setParameter(1, tenant.value())
            .setParameter(2, Timestamp.from(now))
            .setParameter(3, id)
            .getResultList();
    return rows.stream().findFirst().map(Object[].class::cast).map(PortalKeys::details);
  }

  private static PortalLinkDetails details(Object[] row) {
    List<String> permissions =
        JsonText.storedArray((String) row[1]).getValuesAs(JsonString::getString);
    return new PortalLinkDetails(
        new PortalLinkId((UUID) row[0]),
        PortalAccess.of(permissions),
        new UserId((UUID) row[2]),
        ((Timestamp) row[3]).toInstant(),
        ((Timestamp) row[4]).toInstant(),
        Math.toIntExact(count(row[5])));
  }

  /**
   * Refuses the actor's key or link, as the door does, when it has ended meanwhile, and when it may
   * do something else since the door let it in; otherwise whoever ends or changes it waits for this
   * transaction, and so finds what is made with it.
   */
  public void requireLasting(TenantId tenant, Actor actor, Instant now) {
    List<?> lasting =
        em.createNativeQuery(
                "select role, cast(permissions as text) from control.api_key_secret where tenant_id = ?1 and key_id = ?2"
                    + " and (valid_until is null or valid_until > ?3)"
                    // In the order in which a rotation takes them.
                    + " order by superseded desc for share")
            .setParameter(1, tenant.value())
            .setParameter(2, actor.id())
            .setParameter(3, Timestamp.from(now))
            .getResultList();
    if (lasting.isEmpty()) {
      throw KeyGate.unknown(actor.key().reach());
    }
    if (lasting.stream().map(Object[].class::cast).anyMatch(row -> !isOf(actor.key(), row))) {
      throw new Conflict(
          "concurrent_change",
          "Somebody changed the key at the same moment.",
          "Send the request again.");
    }
  }

  private static boolean isOf(KeyScope known, Object[] row) {
    List<String> permissions =
        row[1] == null
            ? null
            : JsonText.storedArray((String) row[1]).getValuesAs(JsonString::getString);
    return Objects.equals(known.role(), row[0]) && Objects.equals(known.permissions(), permissions);
  }

  /** Ends a link and what it opened; false when there is neither. */
  public boolean end(TenantId tenant, UUID link) {
    boolean ended = remove(tenant, link, KeyReach.PORTAL_LINK);
    // Only now: an opening that was under way is over when the link is gone.
    for (UUID session : madeWith(tenant, link, KeyReach.PORTAL_SESSION)) {
      ended |= remove(tenant, session, KeyReach.PORTAL_SESSION);
    }
    return ended;
  }

  /** Ends the links that were made with the key, whose own rows were changed or removed before. */
  public void endMadeWith(TenantId tenant, UUID key) {
    for (UUID link : madeWith(tenant, key, KeyReach.PORTAL_LINK)) {
      end(tenant, link);
    }
  }

  private List<UUID> madeWith(TenantId tenant, UUID id, KeyReach reach) {
    List<?> made =
        em.createNativeQuery(
                "select key_id from control.api_key_secret where tenant_id = ?1 and made_with = ?2"
                    + " and purpose = ?3")
            .setParameter(1, tenant.value())
            .setParameter(2, id)
            .setParameter(3, WireNames.of(reach))
            .getResultList();
    return made.stream().map(UUID.class::cast).toList();
  }

  private boolean remove(TenantId tenant, UUID id, KeyReach reach) {
    int removed =
        em.createNativeQuery(
                "delete from control.api_key_secret where tenant_id = ?1 and key_id = ?2 and purpose = ?3")
            .setParameter(1, tenant.value())
            .setParameter(2, id)
            .setParameter(3, WireNames.of(reach))
            .executeUpdate();
    changes.fire(new ApiKeyChanged(new ApiKeyId(id)));
    return removed > 0;
  }

  /** Forgets links and sessions of which the time is over. */
  public void forgetEnded(TenantId tenant, Instant now) {
    em.createNativeQuery(
            "delete from control.api_key_secret where tenant_id = ?1 and purpose <> 'key' and valid_until <= ?2")
        .setParameter(1, tenant.value())
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
  }
}
