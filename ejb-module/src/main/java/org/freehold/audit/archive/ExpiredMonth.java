package org.freehold.audit.archive;

import java.time.LocalDate;

/**
 * A month of a trail.
 *
 * @param month its first day, of UTC
 * @param events all that are still there
 * @param held how many of them a hold covers
 */
public record ExpiredMonth(LocalDate month, long events, long held) {}
