package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is known while the changes of one bundle are planned: the schema so far and the steps. */
final class Planning {
  final WorkingSchema schema;
  private final Tombstones tombstones;
  private final List<Step> steps = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> touched = new TreeSet<>();
  private int change;
  private boolean rawSql;

  Planning(Catalog now, String tag) {
    this.schema = new WorkingSchema(now);
    this.tombstones = new Tombstones(tag, schema);
  }

  void begin(int index) {
    change = index;
  }

  Tombstones tombstones() {
    return tombstones;
  }

  /** Ends the planning of this change. The pointer is below the change, for example /columns/1. */
  ChangeRefused refused(String pointer, String code, String detail) {
    return new ChangeRefused(new Fault("/" + change + pointer, code, detail));
  }

  void find(Severity severity, int rule, String message, String safeForm) {
    findings.add(new Finding(severity, rule, change, message, safeForm));
  }

  /** A name written by hand that must be one. */
  String name(String pointer, String name) {
    Names.fault("/" + change + pointer, name)
        .ifPresent(
            fault -> {
              throw new ChangeRefused(fault);
            });
    return name;
  }

  /** A name for a new table, index or type. */
  String freeName(String pointer, String name) {
    name(pointer, name);
    String holder = schema.holderOf(name);
    if (holder != null) {
      throw refused(pointer, "already_exists", "There is already a " + holder + " " + name + ".");
    }
    return name;
  }

  WorkingTable table(String pointer, String name) {
    name(pointer, name);
    WorkingTable table = schema.tables.get(name);
    if (table == null) {
      String other = schema.holderOf(name);
      throw refused(
          pointer,
          "unknown_table",
          other == null
              ? "There is no table " + name + "."
              : name + " is no ordinary table: it is a " + other + ".");
    }
    schema.others.stream()
        .filter(other -> table.origin != null && other.tables().contains(table.origin))
        .findFirst()
        .ifPresent(
            other -> {
              throw refused(pointer, "unsupported_object", unsupported(name, other));
            });
    return table;
  }

  private static String unsupported(String table, OtherObject other) {
    return ("The %s %s hangs on %s. It is not copied for the rehearsal, so typed changes of the table"
            + " cannot be proved: use raw_sql.")
        .formatted(other.kind(), other.name(), table);
  }

  Column column(WorkingTable table, String pointer, String name) {
    name(pointer, name);
    Column column = table.columns.get(name);
    if (column == null) {
      throw refused(
          pointer, "unknown_column", "The table " + table.name + " has no column " + name + ".");
    }
    return column;
  }

  StepDraft step(String title, WorkingTable table) {
    return new StepDraft(title, table);
  }

  /** Takes a finished draft: apart when it must, or when it follows upon something apart. */
  void add(StepDraft draft) {
    List<String> involved = new ArrayList<>(draft.needs);
    if (draft.table != null) {
      involved.add(draft.table.name);
      if (!draft.table.fresh()) {
        touched.add(draft.table.origin);
      }
    }
    boolean apart = draft.apart || involved.stream().anyMatch(schema.apart::contains);
    if (apart) {
      schema.apart.addAll(involved);
    }
    steps.add(
        new Step(
            0,
            change,
            draft.title,
            draft.action,
            draft.up,
            draft.down,
            apart ? Part.APART : Part.TRANSACTION,
            draft.lock,
            draft.budget,
            draft.hazards,
            draft.lockedTable,
            draft.index,
            draft.backfill));
  }

  /** Whether something runs apart so far. */
  boolean anythingApart() {
    return steps.stream().anyMatch(step -> step.part() == Part.APART);
  }

  void touch(String existingTable) {
    touched.add(existingTable);
  }

  void rawSql() {
    rawSql = true;
  }

  boolean hasRawSql() {
    return rawSql;
  }

  Plan plan() {
    List<Step> ordered = new ArrayList<>();
    Stream.concat(part(Part.TRANSACTION), part(Part.APART))
        .forEach(step -> ordered.add(numbered(step, ordered.size() + 1)));
    return new Plan(ordered, findings, List.copyOf(touched), rawSql);
  }

  private Stream<Step> part(Part part) {
    return steps.stream().filter(step -> step.part() == part);
  }

  private static Step numbered(Step step, int number) {
    return new Step(
        number,
        step.change(),
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
        step.backfill());
  }
}
