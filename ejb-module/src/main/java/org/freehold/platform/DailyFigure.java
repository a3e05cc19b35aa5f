package org.freehold.platform;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a metric was on a day of UTC. */
public record DailyFigure(LocalDate day, String metric, BigDecimal value) {}
