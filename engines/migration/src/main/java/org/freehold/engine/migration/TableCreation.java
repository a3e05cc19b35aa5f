package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code create_table}: one statement with everything in it, since nobody uses the table yet. */
final class TableCreation implements Operation<CreateTable> {
  /** PostgreSQL's own limit. */
  private static final int MOST_COLUMNS = 1_600;

  @Override
  public void plan(CreateTable change, Planning planning) {
    String name = planning.freeName("/table", change.table());
    if (change.columns().isEmpty() || change.columns().size() > MOST_COLUMNS) {
      throw planning.refused(
          "/columns", "columns_missing", "A table has 1 to " + MOST_COLUMNS + " columns.");
    }
    WorkingTable table = new WorkingTable(name);
    readColumns(change, planning, table);
    StepDraft step = planning.step("Create table " + name, table).needs(name);
    planning.schema.tables.put(name, table);
    try {
      List<Constraint> constraints = readConstraints(change, planning, table);
      step.up(create(table, constraints)).down("DROP TABLE " + Sql.quote(name));
      lockReferenced(planning, step, table, constraints);
    } catch (ChangeRefused refused) {
      planning.schema.tables.remove(name);
      throw refused;
    }
    comments(change, step, table);
    needEnums(planning, step, table);
    adviseOnKey(planning, table);
    planning.add(step);
  }

  private static void readColumns(CreateTable change, Planning planning, WorkingTable table) {
    ColumnCheck check = new ColumnCheck(planning);
    for (int i = 0; i < change.columns().size(); i++) {
      String pointer = "/columns/" + i;
      Column column = check.column(pointer, change.columns().get(i));
      if (table.columns.put(column.name(), column) != null) {
        throw planning.refused(
            pointer + "/name",
            "column_twice",
            "The column " + column.name() + " stands there twice.");
      }
    }
  }

  private static List<Constraint> readConstraints(
      CreateTable change, Planning planning, WorkingTable table) {
    ConstraintSql sql = new ConstraintSql(planning);
    Map<String, ConstraintSpec> specs = new HashMap<>();
    List<Constraint> constraints = new ArrayList<>();
    List<String> order = new ArrayList<>();
    ColumnConstraints.of(change.columns(), specs, order);
    for (int i = 0; i < change.constraints().size(); i++) {
      specs.put("/constraints/" + i, change.constraints().get(i));
      order.add("/constraints/" + i);
    }
    for (String pointer : order) {
      Constraint constraint = sql.constraint(table, pointer, specs.get(pointer));
      ConstraintSql.enter(table, constraint);
      constraints.add(constraint);
      if (constraint.kind() == Constraint.Kind.PRIMARY_KEY) {
        constraint
            .columns()
            .forEach(
                c -> table.columns.computeIfPresent(c, (n, old) -> ColumnSql.nullable(old, false)));
      }
    }
    return constraints;
  }

  private static String create(WorkingTable table, List<Constraint> constraints) {
    List<String> parts = new ArrayList<>();
    table.columns.values().forEach(column -> parts.add(ColumnSql.definition(column)));
    constraints.forEach(
        one -> parts.add("CONSTRAINT " + Sql.quote(one.name()) + " " + one.definition()));
    return "CREATE TABLE " + Sql.quote(table.name) + " (" + String.join(", ", parts) + ")";
  }

  private static void lockReferenced(
      Planning planning, StepDraft step, WorkingTable table, List<Constraint> constraints) {
    for (Constraint constraint : constraints) {
      String target = constraint.referencedTable();
      if (target != null && !target.equals(table.name)) {
        step.needs(target);
        if (!planning.schema.tables.get(target).fresh()) {
          step.lock(LockLevel.SHARE_ROW_EXCLUSIVE);
          step.lockedTable = target;
        }
      }
    }
  }

  private static void comments(CreateTable change, StepDraft step, WorkingTable table) {
    if (change.comment() != null) {
      step.up("COMMENT ON TABLE " + Sql.quote(table.name) + " IS " + Sql.literal(change.comment()));
    }
    for (ColumnSpec column : change.columns()) {
      if (column.comment() != null) {
        step.up(ColumnAddition.comment(table, column.name(), column.comment()));
      }
    }
  }

  private static void needEnums(Planning planning, StepDraft step, WorkingTable table) {
    for (Column column : table.columns.values()) {
      String type = ColumnCheck.enumNamed(column.type(), planning.schema);
      if (type != null) {
        step.needs(type);
      }
    }
  }

  private static void adviseOnKey(Planning planning, WorkingTable table) {
    Constraint key = table.primaryKey();
    if (key == null) {
      planning.find(
          Severity.ERROR,
          41,
          "The table " + table.name + " has no primary key: its rows cannot be told apart.",
          "a column with \"primary_key\": true");
    } else if (key.columns().size() == 1) {
      String type = table.columns.get(key.columns().get(0)).type();
      if (type.equals("integer") || type.equals("smallint")) {
        planning.find(
            Severity.INFO,
            33,
            "The key of " + table.name + " ends at the end of " + type + ".",
            "bigint");
      }
    }
  }
}
