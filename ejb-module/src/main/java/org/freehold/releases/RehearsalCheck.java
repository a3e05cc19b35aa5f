package org.freehold.releases;

import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.migration.Finding;
import org.freehold.engine.migration.Severity;
import org.freehold.engine.migration.Step;
import org.freehold.environments.MigrationFailed;
import org.freehold.platform.Problem.Fault;

/** Whether a plan may be kept, after it was tried out. */
final class RehearsalCheck {
  private static final String CHANGES = "/bundle_data/database/changes/";

  private RehearsalCheck() {}

  static void require(PlanPermit permit, Rehearsed rehearsed) {
    if (rehearsed.plan().refused()) {
      List<Finding> findings = rehearsed.plan().findings();
      throw ReleaseRefused.findings(findings, faults(findings));
    }
    if (rehearsed.failed() != null) {
      throw failed(permit, rehearsed, rehearsed.failed());
    }
    if (!rehearsed.dryRun().reversible() || !rehearsed.dryRun().repeatable()) {
      throw ReleaseRefused.dryRun(rehearsed.dryRun());
    }
  }

  private static ReleaseRefused failed(
      PlanPermit permit, Rehearsed rehearsed, MigrationFailed failed) {
    if (failed.code().equals(MigrationFailed.UNREACHABLE)) {
      return ReleaseRefused.unreachable(permit.environment().name(), failed);
    }
    List<Fault> faults = new ArrayList<>();
    for (Step step : rehearsed.plan().steps()) {
      if (step.number() == failed.step()) {
        faults.add(new Fault(CHANGES + step.change(), failed.code(), failed.getMessage()));
      }
    }
    return ReleaseRefused.dryRun(failed, faults);
  }

  private static List<Fault> faults(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(
            finding ->
                new Fault(CHANGES + finding.change(), "rule_" + finding.rule(), finding.message()))
        .toList();
  }
}
