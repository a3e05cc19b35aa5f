package org.freehold.alerts;

import java.time.Instant;
import org.freehold.platform.Severity;

/**
 * Which alerts a list shows; null: all.
 *
 * @param from when they were found first, inclusive; {@code to} exclusive
 */
public record AlertFilter(
    AlertRule rule,
    AlertStatus status,
    Severity severity,
    String subjectId,
    Instant from,
    Instant to) {}
