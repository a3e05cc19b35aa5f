package org.freehold.audit.sealing;

import java.time.Instant;

/**
 * Of which time events are wanted.
 *
 * @param from inclusive; null: from the first event
 * @param to exclusive; null: up to now
 */
public record AuditPeriod(Instant from, Instant to) {}
