package org.freehold.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;

/**
 * Something that keeps a tenant's webhooks from being delivered by our own fault.
 *
 * @param kind what the ledger found, or {@code spreading_fails}, {@code spreading_late}, {@code
 *     delivery_fails}
 * @param count of what it concerns
 * @param exampleId a message or a delivery; null when numbers alone tell
 */
public record WebhookAlarm(
    TenantId tenantId, String tenantSlug, String kind, long count, UUID exampleId, Instant since) {}
