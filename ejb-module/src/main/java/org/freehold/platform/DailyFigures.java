package org.freehold.platform;

import java.time.LocalDate;
import java.util.List;

/**
 * The port through which a feature lets what it keeps be followed from day to day. Found by CDI;
 * asked in a transaction of the tenant.
 */
public interface DailyFigures {
  List<DailyMetric> metrics();

  /**
   * All of its metrics for each day, in as few statements as there are tables: from the rows as
   * they are now, so that asking twice answers the same.
   */
  List<DailyFigure> count(TenantId tenant, LocalDate from, LocalDate to);
}
