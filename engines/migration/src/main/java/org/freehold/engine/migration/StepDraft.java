package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A step that is being put together; {@link Planning} decides in which part it runs. */
final class StepDraft {
  final String title;
  final WorkingTable table;
  final List<String> up = new ArrayList<>();
  final List<String> down = new ArrayList<>();
  final List<Hazard> hazards = new ArrayList<>();
  final List<String> needs = new ArrayList<>();
  Action action = Action.SQL;
  LockLevel lock = LockLevel.ACCESS_EXCLUSIVE;
  Budget budget = Budget.STRONG;
  boolean apart;
  String lockedTable;
  String index;
  BackfillTask backfill;

  StepDraft(String title, WorkingTable table) {
    this.title = title;
    this.table = table;
    this.lockedTable = table == null ? null : table.name;
    if (table == null || table.fresh()) {
      lock = LockLevel.NONE;
    }
  }

  StepDraft up(String... statements) {
    up.addAll(Arrays.asList(statements));
    return this;
  }

  StepDraft down(String... statements) {
    down.addAll(Arrays.asList(statements));
    return this;
  }

  StepDraft hazard(int rule, String message) {
    hazards.add(new Hazard(rule, message));
    return this;
  }

  StepDraft lock(LockLevel level) {
    lock = level;
    return this;
  }

  /** Also locks, or cannot do without, the object of this name. */
  StepDraft needs(String name) {
    needs.add(name);
    return this;
  }

  StepDraft apart() {
    apart = true;
    return this;
  }

  StepDraft validate() {
    action = Action.VALIDATE;
    lock = LockLevel.SHARE_UPDATE_EXCLUSIVE;
    budget = Budget.PATIENT;
    return apart();
  }

  StepDraft concurrently(String name) {
    action = Action.INDEX_CONCURRENTLY;
    index = name;
    lock = LockLevel.SHARE_UPDATE_EXCLUSIVE;
    budget = Budget.PATIENT;
    return apart();
  }

  StepDraft backfill(BackfillTask task) {
    action = Action.BACKFILL;
    backfill = task;
    lock = LockLevel.ROW_EXCLUSIVE;
    budget = Budget.BATCH;
    return up(task.statement()).apart();
  }
}
