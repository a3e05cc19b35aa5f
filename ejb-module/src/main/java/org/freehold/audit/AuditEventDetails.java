package org.freehold.audit;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.Personal;
import org.freehold.platform.Severity;

/**
 * An audit event as the API tells it. Personal data is null where it was erased.
 *
 * @param userId the user who acted, or the maker of the key that did
 * @param apiKeyId the key that acted, else null
 * @param tenant the slug
 * @param resourceId as it was told: a UUID where the thing is Freehold's
 * @param timestamp when it was recorded, which is what lists are ordered and narrowed by
 * @param occurredAt when it happened: the same, or earlier as the product says
 * @param recordedBy freehold; or who recorded it for the product, as {@code api_key:} and its id
 * @param error the code of the refusal or failure, null on success
 * @param sealed whether it has its place in the tree of the trail, so that it can be proved
 * @param sequence its place there, from 0; null while it has none
 */
public record AuditEventDetails(
    AuditEventId id,
    String action,
    UUID userId,
    @Personal String userEmail,
    String actorType,
    UUID apiKeyId,
    String resourceType,
    String resourceId,
    UUID projectId,
    String tenant,
    @Personal String ipAddress,
    @Personal String userAgent,
    Instant timestamp,
    Instant occurredAt,
    String recordedBy,
    boolean success,
    Severity severity,
    boolean piiAccessed,
    boolean complianceRelevant,
    Map<String, JsonValue> oldValues,
    Map<String, JsonValue> newValues,
    String requestId,
    String error,
    boolean sealed,
    Long sequence) {
  /** Who recorded what is Freehold's own. */
  public static final String FREEHOLD = "freehold";

  /** Whether Freehold says so, and not the tenant's product. */
  public boolean fromFreehold() {
    return FREEHOLD.equals(recordedBy);
  }
}
