package org.freehold.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * What a list of events is narrowed to; null: not narrowed.
 *
 * @param action exact, or with a star at the end for all that begin so
 * @param resourceId as it was told
 * @param text what stands in the action or in values that are not personal, in capitals or not
 * @param from inclusive, {@code to} exclusive
 */
public record AuditFilter(
    UUID userId,
    String action,
    String resourceType,
    String resourceId,
    UUID projectId,
    Instant from,
    Instant to,
    String severity,
    Boolean success,
    String requestId,
    Boolean complianceRelevant,
    String text) {
  /** The same, and nothing from this moment on. */
  public AuditFilter until(Instant end) {
    return new AuditFilter(
        userId,
        action,
        resourceType,
        resourceId,
        projectId,
        from,
        end,
        severity,
        success,
        requestId,
        complianceRelevant,
        text);
  }
}
