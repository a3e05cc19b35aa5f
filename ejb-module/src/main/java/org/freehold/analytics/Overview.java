package org.freehold.analytics;

import java.math.BigDecimal;
import java.util.Map;
import org.freehold.audit.AuditFigures;
import org.freehold.files.FileFigures;
import org.freehold.projects.ProjectFigures;
import org.freehold.projects.TaskFigures;
import org.freehold.tenancy.PeopleFigures;

/**
 * The figures of a tenant at a glance. A part is null when the caller may not read what it counts.
 */
public record Overview(
    ProjectCounts projects,
    TaskFigures tasks,
    PeopleFigures people,
    FileFigures files,
    Budget budget,
    AuditFigures audit) {
  /** Projects by wire names of status and priority. */
  public record ProjectCounts(
      long total, Map<String, Long> byStatus, Map<String, Long> byPriority) {
    static ProjectCounts of(ProjectFigures figures) {
      return new ProjectCounts(figures.total(), figures.byStatus(), figures.byPriority());
    }
  }

  /** Sums over the projects: what they may cost and what they did. */
  public record Budget(BigDecimal allocated, BigDecimal actual) {
    static Budget of(ProjectFigures figures) {
      return new Budget(figures.budgetAllocated(), figures.actualCost());
    }
  }
}
