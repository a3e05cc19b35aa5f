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
    UUID resourceId,
    UUID projectId,
    String tenant,
    @Personal String ipAddress,
    @Personal String userAgent,
    Instant timestamp,
    boolean success,
    Severity severity,
    boolean piiAccessed,
    boolean complianceRelevant,
    Map<String, JsonValue> oldValues,
    Map<String, JsonValue> newValues,
    String requestId,
    String error,
    boolean sealed,
    Long sequence) {}
