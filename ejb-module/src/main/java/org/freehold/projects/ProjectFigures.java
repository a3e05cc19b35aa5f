package org.freehold.projects;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How many projects there are, by wire names of status and priority, and what they may and did
 * cost.
 */
public record ProjectFigures(
    long total,
    Map<String, Long> byStatus,
    Map<String, Long> byPriority,
    BigDecimal budgetAllocated,
    BigDecimal actualCost) {}
