package org.freehold.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;

/**
 * A month of a class of data that has expired.
 *
 * @param month its first day, of UTC
 * @param events how many there were when it was planned
 * @param held how many of them a hold covered
 * @param days for how many days the class was kept when it was planned
 * @param decidedBy who approved or rejected it; null when nobody was asked
 * @param removed how many are gone
 */
public record RetentionPlanDetails(
    RetentionPlanId id,
    String dataClass,
    LocalDate month,
    long events,
    long held,
    int days,
    PlanStatus status,
    String comment,
    UserId decidedBy,
    Instant decidedAt,
    long removed,
    Instant createdAt,
    Instant removedAt,
    long version)
    implements Versioned {}
