package org.freehold.webhooks.internal;

import java.time.Instant;
import org.freehold.engine.delivery.RetrySchedule;

/**
 * A claimed delivery with all that its next attempt needs.
 *
 * @param number of the attempt, from 1
 * @param schedule of its endpoint
 * @param perMinute calls that its endpoint wants at the most; null: as it comes
 * @param test whether it was asked for to see whether it arrives
 * @param health how its endpoint fared when this was read
 */
public record Ready(
    Claimed claimed,
    Call call,
    int number,
    RetrySchedule schedule,
    Integer perMinute,
    Instant createdAt,
    boolean test,
    Health health) {}
