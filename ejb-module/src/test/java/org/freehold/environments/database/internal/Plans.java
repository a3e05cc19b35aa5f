package org.freehold.environments.database.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.freehold.engine.migration.Action;
import org.freehold.engine.migration.BackfillTask;
import org.freehold.engine.migration.Budget;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Part;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Step;

/** Plans made by hand. */
final class Plans {
  private static final Budget SHORT = new Budget(300, 30_000, 3);

  private Plans() {}

  static Plan of(Step... steps) {
    List<Step> numbered = new ArrayList<>();
    for (Step step : steps) {
      numbered.add(
          new Step(
              numbered.size() + 1,
              0,
              step.title(),
              step.action(),
              step.up(),
              step.down(),
              step.part(),
              step.lock(),
              step.budget(),
              step.hazards(),
              step.table(),
              step.index(),
              step.backfill()));
    }
    List<String> touched =
        Arrays.stream(steps).map(Step::table).filter(t -> t != null).distinct().toList();
    return new Plan(numbered, List.of(), touched, false);
  }

  static Step sql(String table, LockLevel lock, String up, String down) {
    return step(Action.SQL, Part.TRANSACTION, table, lock, up, down, null, null);
  }

  static Step apart(String table, LockLevel lock, String up, String down) {
    return step(Action.SQL, Part.APART, table, lock, up, down, null, null);
  }

  static Step index(String table, String index, String up, String down) {
    return step(
        Action.INDEX_CONCURRENTLY,
        Part.APART,
        table,
        LockLevel.SHARE_UPDATE_EXCLUSIVE,
        up,
        down,
        index,
        null);
  }

  static Step backfill(BackfillTask task) {
    Step step =
        step(
            Action.BACKFILL,
            Part.APART,
            task.table(),
            LockLevel.ROW_EXCLUSIVE,
            task.statement(),
            null,
            null,
            task);
    return step;
  }

  /** {@code down} null: nothing is to be undone. */
  private static Step step(
      Action action,
      Part part,
      String table,
      LockLevel lock,
      String up,
      String down,
      String index,
      BackfillTask backfill) {
    return new Step(
        0,
        0,
        up,
        action,
        List.of(up),
        down == null ? List.of() : List.of(down),
        part,
        lock,
        SHORT,
        List.of(),
        table,
        index,
        backfill);
  }
}
