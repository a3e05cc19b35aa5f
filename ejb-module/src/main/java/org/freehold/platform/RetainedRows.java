package org.freehold.platform;

import java.time.Instant;

/**
 * How much of a class of data has expired.
 *
 * @param expired rows older than the moment, those under a hold included
 * @param held how many of them are under a hold
 * @param oldest when the oldest row of all is from; null when there is none
 */
public record RetainedRows(long expired, long held, Instant oldest) {}
