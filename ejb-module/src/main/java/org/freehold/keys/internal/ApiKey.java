package org.freehold.keys.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.keys.ApiKeyDetails;
import org.freehold.keys.ApiKeyFields;
import org.freehold.keys.ApiKeyId;
import org.freehold.keys.ApiKeyStatus;
import org.freehold.keys.NewApiKey;
import org.freehold.platform.Conflict;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.JsonList;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * An API key as its tenant sees it. Active until it expires or is revoked; an expired one can be
 * given more time, a revoked one is over.
 */
@Entity
@Table(name = "api_key")
@IdClass(TenantRowKey.class)
public class ApiKey {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String name;
  private String prefix;

  @Column(name = "last_four")
  private String lastFour;

  private String role;

  @Convert(converter = JsonList.class)
  private List<String> permissions;

  @Convert(converter = JsonList.class)
  @Column(name = "allowed_ips")
  private List<String> allowedIps;

  @Column(name = "rate_limit_per_hour")
  private Integer rateLimitPerHour;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @Column(name = "overlap_until")
  private Instant overlapUntil;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at", insertable = false, updatable = false)
  private Instant lastUsedAt;

  @Version private long version;

  protected ApiKey() {}

  public ApiKey(TenantId tenant, UserId maker, ApiKeyFields fields, ApiKeyText text, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    createdBy = maker.value();
    createdAt = now;
    take(text);
    change(fields, now);
  }

  public void change(ApiKeyFields fields, Instant now) {
    requireNotRevoked();
    boolean later = fields.expiresAt() != null && !fields.expiresAt().equals(expiresAt);
    if (later && !fields.expiresAt().isAfter(now)) {
      throw Invalid.at("/expires_at", "past", "A key cannot expire in the past.");
    }
    if ((fields.role() == null) == (fields.permissions() == null)) {
      throw Invalid.at("/permissions", "scope", "Give the key a role or permissions, one of them.");
    }
    name = fields.name();
    role = fields.role();
    permissions = fields.permissions();
    allowedIps = AllowedAddresses.checked(fields.allowedIps(), "/allowed_ips");
    rateLimitPerHour = fields.rateLimitPerHour();
    expiresAt = fields.expiresAt();
    updatedAt = now;
  }

  /** Another secret; {@code until} null: the old one ends at once. */
  public void rotate(ApiKeyText next, Instant until, Instant now) {
    requireNotRevoked();
    if (status(now) == ApiKeyStatus.EXPIRED) {
      throw new Conflict(
          "api_key_over",
          "The key has expired.",
          "Give it more time with expires_at first, or make a new one.");
    }
    take(next);
    rotatedAt = now;
    overlapUntil = until;
    updatedAt = now;
  }

  public void revoke(Instant now) {
    revokedAt = now;
    overlapUntil = null;
    updatedAt = now;
  }

  private void take(ApiKeyText text) {
    prefix = text.prefix();
    lastFour = text.lastFour();
  }

  private void requireNotRevoked() {
    if (revokedAt != null) {
      throw new Conflict("api_key_over", "The key was revoked.", "Make a new one.");
    }
  }

  public ApiKeyStatus status(Instant now) {
    if (revokedAt != null) {
      return ApiKeyStatus.REVOKED;
    }
    boolean expired = expiresAt != null && !expiresAt.isAfter(now);
    return expired ? ApiKeyStatus.EXPIRED : ApiKeyStatus.ACTIVE;
  }

  public ApiKeyFields fields() {
    return new ApiKeyFields(name, role, permissions, expiresAt, allowedIps, rateLimitPerHour);
  }

  /** {@code usualLimit} holds for a key that has none of its own. */
  public ApiKeyDetails details(int usualLimit, Instant now) {
    return new ApiKeyDetails(
        id(),
        name,
        prefix,
        lastFour,
        role,
        permissions,
        allowedIps,
        rateLimitPerHour == null ? usualLimit : rateLimitPerHour,
        status(now),
        createdBy(),
        createdAt,
        updatedAt,
        expiresAt,
        rotatedAt,
        overlapUntil != null && overlapUntil.isAfter(now) ? overlapUntil : null,
        revokedAt,
        lastUsedAt,
        version);
  }

  /** With the key itself, this once. */
  public NewApiKey details(ApiKeyText text, int usualLimit) {
    return new NewApiKey(
        id(),
        text.value(),
        name,
        prefix,
        lastFour,
        role,
        permissions,
        allowedIps,
        rateLimitPerHour == null ? usualLimit : rateLimitPerHour,
        createdBy(),
        createdAt,
        expiresAt,
        overlapUntil,
        version);
  }

  public ApiKeyId id() {
    return new ApiKeyId(id);
  }

  public UserId createdBy() {
    return new UserId(createdBy);
  }

  public String name() {
    return name;
  }

  public String prefix() {
    return prefix;
  }

  Instant createdAt() {
    return createdAt;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }

  public long version() {
    return version;
  }
}
