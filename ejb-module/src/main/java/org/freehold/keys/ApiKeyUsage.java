package org.freehold.keys;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.DayCount;

/**
 * How much a key is used; a few seconds late.
 *
 * @param requestsPerDay the last thirty days of UTC, today included, oldest first; those that were
 *     refused are counted too
 */
public record ApiKeyUsage(Instant lastUsedAt, List<DayCount> requestsPerDay) {}
