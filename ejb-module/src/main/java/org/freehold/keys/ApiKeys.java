package org.freehold.keys;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.freehold.keys.internal.ApiKey;
import org.freehold.keys.internal.ApiKeyChanged;
import org.freehold.keys.internal.ApiKeyRepository;
import org.freehold.keys.internal.ApiKeySecrets;
import org.freehold.keys.internal.ApiKeyText;
import org.freehold.keys.internal.KeyPowers;
import org.freehold.keys.internal.KeySettings;
import org.freehold.keys.internal.PortalKeys;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DayCount;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;

/**
 * The API keys of a tenant. People make and change them, as far as their own permissions go; a key
 * can rotate itself and revoke.
 */
@Stateless
@Guarded
public class ApiKeys {
  private static final int MOST = 500;
  private static final int DAYS = 30;
  private static final String KEY = "api_key";

  /** What the trail tells of a rotation. */
  public record Rotation(String prefix, String lastFour, Instant overlapUntil) {}

  @Inject private ApiKeyRepository keys;
  @Inject private ApiKeySecrets secrets;
  @Inject private PortalKeys portals;
  @Inject private KeyPowers powers;
  @Inject private KeySettings settings;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Event<ApiKeyChanged> keyChanges;
  @Inject private Clock clock;

  /** The only answer that tells the key. */
  @RequiresPermission("api_keys:write")
  @PeopleOnly
  @Audited(value = "api_key.created", complianceRelevant = true)
  public NewApiKey create(ApiKeyFields wish) {
    TenantId tenant = CurrentCall.tenantId();
    ApiKeyFields fields = powers.grantable(wish);
    if (keys.countUnrevoked(tenant) >= MOST) {
      throw new Conflict(
          "too_many_api_keys",
          "There are " + MOST + " API keys already.",
          "Revoke those that are not needed.");
    }
    ApiKeyText text = ApiKeyText.random(settings.kind());
    ApiKey key =
        new ApiKey(tenant, CurrentCall.get().actor().userId(), fields, text, clock.instant());
    keys.add(key);
    secrets.add(tenant, key, text);
    keyChanges.fire(new ApiKeyChanged(key.id()));
    events.fire(
        new ApiKeyEvents.Created(
            key.id(),
            key.name(),
            key.prefix(),
            fields.role(),
            fields.permissions(),
            key.createdBy(),
            fields.expiresAt()));
    changes.about(KEY, key.id().value()).after(fields);
    return key.details(text, settings.requestsPerHour());
  }

  @RequiresPermission("api_keys:read")
  public Page<ApiKeyDetails> list(ApiKeyFilter filter, PageRequest page) {
    Instant now = clock.instant();
    return keys.list(CurrentCall.tenantId(), filter, now, page, key -> told(key, now));
  }

  @RequiresPermission("api_keys:read")
  public ApiKeyDetails details(ApiKeyId id) {
    return told(find(id), clock.instant());
  }

  @RequiresPermission("api_keys:read")
  public ApiKeyUsage usage(ApiKeyId id) {
    ApiKey key = find(id);
    Instant now = clock.instant();
    LocalDate since = LocalDate.ofInstant(DayCount.beginningOf(now, DAYS), ZoneOffset.UTC);
    Map<LocalDate, Long> counted = keys.requestsPerDay(CurrentCall.tenantId(), id, since);
    return new ApiKeyUsage(key.lastUsedAt(), DayCount.until(now, DAYS, counted));
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("api_keys:write")
  @PeopleOnly
  @Audited(value = "api_key.updated", complianceRelevant = true)
  public ApiKeyDetails change(
      ApiKeyId id, UnaryOperator<ApiKeyFields> change, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    ApiKey key = find(id);
    if (expectedVersion != null && expectedVersion != key.version()) {
      throw new Stale();
    }
    ApiKeyFields before = key.fields();
    powers.requireMayChange(key);
    key.change(powers.grantable(change.apply(before)), clock.instant());
    keys.flush();
    secrets.change(tenant, key);
    ended(id);
    changes.about(KEY, id.value()).before(before).after(key.fields());
    return told(key, clock.instant());
  }

  /** Another key under the same id; the old one ends at once, or after the overlap. */
  @RequiresPermission("api_keys:write")
  @Audited(value = "api_key.rotated", complianceRelevant = true)
  public NewApiKey rotate(ApiKeyId id, RotateApiKey command) {
    TenantId tenant = CurrentCall.tenantId();
    ApiKey key = find(id);
    powers.requireMayRotate(key);
    Rotation before = rotation(key);
    Instant now = clock.instant();
    Integer overlap = command.overlapSeconds();
    Instant until = overlap == null || overlap == 0 ? null : now.plusSeconds(overlap);
    ApiKeyText text = ApiKeyText.random(settings.kind());
    key.rotate(text, until, now);
    keys.flush();
    secrets.supersede(tenant, id, until);
    secrets.add(tenant, key, text);
    ended(id);
    events.fire(new ApiKeyEvents.Rotated(id, key.name(), key.prefix(), until));
    changes.about(KEY, id.value()).before(before).after(rotation(key));
    return key.details(text, settings.requestsPerHour());
  }

  /** It stays on record; revoking it again changes nothing. */
  @RequiresPermission("api_keys:write")
  @Audited(value = "api_key.revoked", complianceRelevant = true)
  public void revoke(ApiKeyId id) {
    ApiKey key = find(id);
    powers.requireMayRevoke(key);
    changes.about(KEY, id.value());
    if (key.status(clock.instant()) == ApiKeyStatus.REVOKED) {
      return;
    }
    key.revoke(clock.instant());
    keys.flush();
    secrets.remove(CurrentCall.tenantId(), id);
    ended(id);
    events.fire(new ApiKeyEvents.Revoked(id, key.name(), key.prefix()));
    changes.before(key.fields());
  }

  /** What nodes know of the key is over, and so are the portal links that were made with it. */
  private void ended(ApiKeyId id) {
    portals.endMadeWith(CurrentCall.tenantId(), id.value());
    keyChanges.fire(new ApiKeyChanged(id));
  }

  private static Rotation rotation(ApiKey key) {
    ApiKeyDetails now = key.details(0, Instant.MIN);
    return new Rotation(now.prefix(), now.lastFour(), now.overlapUntil());
  }

  private ApiKeyDetails told(ApiKey key, Instant now) {
    return key.details(settings.requestsPerHour(), now);
  }

  private ApiKey find(ApiKeyId id) {
    return keys.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound(KEY));
  }
}
