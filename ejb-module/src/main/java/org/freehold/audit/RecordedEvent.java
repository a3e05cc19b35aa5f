package org.freehold.audit;

/**
 * An event of the product that is in the trail.
 *
 * @param eventId the product's own id; null when it gave none
 * @param repeated whether it was recorded before, and not again
 */
public record RecordedEvent(AuditEventId id, String eventId, boolean repeated) {}
