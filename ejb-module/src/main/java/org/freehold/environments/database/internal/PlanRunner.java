package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.engine.migration.Action;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.engine.migration.Part;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Step;
import org.freehold.environments.Applied;
import org.freehold.environments.JournalState;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;

/**
 * Applies a plan to an environment, or undoes it. Both go on where the journal says that they
 * stopped, so that after a crash the same call leads to the same end. The caller holds the
 * environment's lock.
 */
public final class PlanRunner {
  private final Site site;
  private final UUID deployment;
  private final Backfills backfills;
  private final Progress progress;

  public PlanRunner(Site site, UUID deployment, Backfills backfills, Progress progress) {
    this.site = site;
    this.deployment = deployment;
    this.backfills = backfills;
    this.progress = progress;
  }

  public Applied apply(Plan plan) throws MigrationFailed {
    return run(plan, this::apply);
  }

  public Applied undo(Plan plan) throws MigrationFailed {
    return run(plan, this::undo);
  }

  private interface Direction {
    void go(Plan plan, StepRunner steps, Journal journal, TreeMap<Integer, String> states)
        throws SQLException, MigrationFailed;
  }

  private Applied run(Plan plan, Direction direction) throws MigrationFailed {
    long begun = System.nanoTime();
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.ensure(keeper, site);
      Blockers blockers = new Blockers(keeper, site);
      if (site.managed()) {
        blockers.endLeftovers();
      }
      TreeMap<Integer, String> states = Journal.read(keeper, site, deployment);
      try (Journal journal = Journal.open(keeper, site, deployment);
          Connection environment = Sessions.environment(site, keeper, Sessions.APPLICATION)) {
        Work work = new Work(environment, site.schema());
        StepRunner steps =
            new StepRunner(site, deployment, work, journal, blockers, backfills, progress);
        try {
          direction.go(plan, steps, journal, states);
        } catch (SQLException | MigrationFailed e) {
          noteAfter(e, keeper, environment, plan);
          throw e;
        }
        Catalog end = note(keeper, environment, plan);
        return new Applied(Fingerprint.of(end), (System.nanoTime() - begun) / 1_000_000);
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private Catalog note(Connection keeper, Connection environment, Plan plan) throws SQLException {
    Catalog now = Schemas.read(environment, site.schema());
    Tombstones.note(keeper, site, now, plan);
    return now;
  }

  /** It may never be taken up again, and what it dropped is kept no longer than other things. */
  private void noteAfter(Exception failure, Connection keeper, Connection environment, Plan plan) {
    try {
      note(keeper, environment, plan);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private void apply(Plan plan, StepRunner steps, Journal journal, TreeMap<Integer, String> states)
      throws SQLException, MigrationFailed {
    JournalState.State state = Journal.state(states).state();
    if (state == JournalState.State.APPLIED) {
      return;
    }
    if (state == JournalState.State.UNDONE || Journal.isBeingUndone(states)) {
      throw new MigrationFailed(
          MigrationFailed.JOURNAL_CONTRADICTS, "The deployment was undone, or is being undone");
    }
    List<Step> together = of(plan, Part.TRANSACTION, states, List.of(Journal.DONE), false);
    if (!together.isEmpty()) {
      steps.together(together, true);
    }
    for (Step step : of(plan, Part.APART, states, List.of(Journal.DONE), false)) {
      steps.apart(step, states.get(step.number()));
    }
    steps.inTransaction(() -> journal.applied(steps.connection()));
  }

  private void undo(Plan plan, StepRunner steps, Journal journal, TreeMap<Integer, String> states)
      throws SQLException, MigrationFailed {
    if (Journal.state(states).state() == JournalState.State.UNDONE) {
      return;
    }
    steps.inTransaction(() -> journal.undoing(steps.connection()));
    List<String> begun = List.of(Journal.DONE, Journal.RUNNING);
    List<Step> apart = new ArrayList<>(of(plan, Part.APART, states, begun, true));
    apart.sort(Comparator.comparing(Step::number).reversed());
    for (Step step : apart) {
      steps.apartBack(step);
    }
    List<Step> together = new ArrayList<>(of(plan, Part.TRANSACTION, states, begun, true));
    together.sort(Comparator.comparing(Step::number).reversed());
    if (!together.isEmpty()) {
      steps.together(together, false);
    }
    steps.inTransaction(() -> journal.undone(steps.connection()));
  }

  private static List<Step> of(
      Plan plan, Part part, TreeMap<Integer, String> states, List<String> among, boolean is) {
    return plan.steps().stream()
        .filter(step -> step.part() == part)
        .filter(step -> among.contains(states.getOrDefault(step.number(), "")) == is)
        .toList();
  }

  /** Whether the step does more than its SQL. */
  static boolean isConcurrent(Step step) {
    return step.action() == Action.INDEX_CONCURRENTLY;
  }
}
