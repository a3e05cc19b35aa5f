package org.freehold.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * What a list of events is narrowed to; null: not narrowed.
 *
 * @param action exact, or with a star at the end for all that begin so
 * @param from inclusive, {@code to} exclusive
 */
public record AuditFilter(
    UUID userId,
    String action,
    String resourceType,
    UUID resourceId,
    UUID projectId,
    Instant from,
    Instant to,
    String severity,
    Boolean success,
    String requestId) {}
