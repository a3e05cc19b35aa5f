package org.freehold.projects;

import java.util.List;
import java.util.Map;
import org.freehold.platform.DayCount;

/**
 * How many tasks there are, by wire name of status.
 *
 * @param overdue due before today and neither done nor cancelled
 * @param completedPerDay the last thirty days of UTC, today included, oldest first
 */
public record TaskFigures(
    long total, Map<String, Long> byStatus, long overdue, List<DayCount> completedPerDay) {}
