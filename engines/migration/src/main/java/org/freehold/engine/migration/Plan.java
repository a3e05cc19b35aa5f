package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a bundle on one schema: steps of {@link Part#TRANSACTION} first, the others after
 * them. The inverse is the steps' {@code down} in reverse order of steps.
 *
 * @param touchedTables tables that exist and whose data or shape is touched
 * @param rawSql whether SQL written by hand is in it
 */
public record Plan(
    List<Step> steps, List<Finding> findings, List<String> touchedTables, boolean rawSql) {
  /** Of a bundle that leaves the database as it is. */
  public static final Plan NONE = new Plan(List.of(), List.of(), List.of(), false);

  public Plan {
    steps = List.copyOf(steps);
    findings = List.copyOf(findings);
    touchedTables = List.copyOf(touchedTables);
  }

  /** The same with more to know. */
  public Plan with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new Plan(steps, all, touchedTables, rawSql);
  }

  /** Whether a finding forbids running it. */
  public boolean refused() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
