package org.freehold.engine.migration;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.freehold.engine.migration.sql.Expression;

/** Constraints as they stand behind ADD CONSTRAINT, checked against the schema. */
final class ConstraintSql {
  private static final Set<String> ON_DELETE =
      Set.of("NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT");

  private final Planning planning;
  private final ColumnCheck columns;

  ConstraintSql(Planning planning) {
    this.planning = planning;
    this.columns = new ColumnCheck(planning);
  }

  /** The constraint as the catalog would tell it; nothing is added yet. */
  Constraint constraint(WorkingTable table, String pointer, ConstraintSpec spec) {
    for (int i = 0; i < spec.columns().size(); i++) {
      planning.column(table, pointer + "/columns/" + i, spec.columns().get(i));
    }
    if (Set.copyOf(spec.columns()).size() < spec.columns().size()) {
      throw planning.refused(
          pointer + "/columns", "column_twice", "A column stands twice in the constraint.");
    }
    String name = name(table, pointer, spec);
    return switch (spec.kind()) {
      case CHECK -> check(table, name, pointer, spec);
      case FOREIGN_KEY -> foreignKey(table, name, pointer, spec);
      case UNIQUE, PRIMARY_KEY -> key(table, name, pointer, spec);
      case EXCLUSION ->
          throw planning.refused(
              pointer,
              "not_supported",
              "An exclusion constraint cannot be added without reading the table under its lock:"
                  + " make a new table.");
    };
  }

  private String name(WorkingTable table, String pointer, ConstraintSpec spec) {
    String name = spec.name() == null ? madeName(table, spec) : spec.name();
    String at = spec.name() == null ? pointer : pointer + "/name";
    planning.name(at, name);
    boolean relation =
        spec.kind() == Constraint.Kind.UNIQUE || spec.kind() == Constraint.Kind.PRIMARY_KEY;
    if (table.constraints.containsKey(name)) {
      throw planning.refused(
          at,
          "already_exists",
          "The table " + table.name + " has a constraint " + name + " already.");
    }
    return relation ? planning.freeName(at, name) : name;
  }

  private static String madeName(WorkingTable table, ConstraintSpec spec) {
    String columns = String.join("_", spec.columns());
    return switch (spec.kind()) {
      case PRIMARY_KEY -> Names.made(table.name, "pkey");
      case UNIQUE -> Names.made(table.name, columns, "key");
      case FOREIGN_KEY -> Names.made(table.name, columns, "fkey");
      default ->
          columns.isEmpty()
              ? Names.made(table.name, "check")
              : Names.made(table.name, columns, "check");
    };
  }

  private Constraint check(WorkingTable table, String name, String pointer, ConstraintSpec spec) {
    String at = pointer + (pointer.endsWith("/check") ? "/constraint" : "/check");
    if (spec.check() == null) {
      throw planning.refused(at, "check_missing", "The condition is missing.");
    }
    columns.expression(at, spec.check(), false);
    Expression.quotedNames(spec.check()).forEach(column -> planning.column(table, at, column));
    Set<String> names = Expression.names(spec.check());
    List<String> named = table.columns.keySet().stream().filter(names::contains).toList();
    return new Constraint(name, spec.kind(), "CHECK (" + spec.check() + ")", named, null, true);
  }

  private Constraint key(WorkingTable table, String name, String pointer, ConstraintSpec spec) {
    if (spec.columns().isEmpty()) {
      throw planning.refused(pointer + "/columns", "columns_missing", "The columns are missing.");
    }
    boolean primary = spec.kind() == Constraint.Kind.PRIMARY_KEY;
    if (primary && table.primaryKey() != null) {
      throw planning.refused(
          pointer, "already_exists", "The table " + table.name + " has a primary key already.");
    }
    String definition = (primary ? "PRIMARY KEY " : "UNIQUE ") + list(spec.columns());
    return new Constraint(name, spec.kind(), definition, spec.columns(), null, true);
  }

  private Constraint foreignKey(
      WorkingTable table, String name, String pointer, ConstraintSpec spec) {
    ReferenceSpec reference = spec.references();
    if (reference == null || spec.columns().isEmpty()) {
      throw planning.refused(
          pointer + "/references",
          "reference_missing",
          "The columns or what they refer to is missing.");
    }
    WorkingTable target = planning.table(pointer + "/references/table", reference.table());
    List<String> referenced = referenced(target, pointer, reference);
    if (referenced.size() != spec.columns().size()) {
      throw planning.refused(
          pointer + "/references",
          "reference_not_matching",
          "%d columns refer to %d.".formatted(spec.columns().size(), referenced.size()));
    }
    String onDelete = reference.onDelete() == null ? "NO ACTION" : reference.onDelete();
    if (!ON_DELETE.contains(onDelete)) {
      throw planning.refused(
          pointer + "/references/on_delete", "not_allowed", "It is one of " + ON_DELETE + ".");
    }
    if (onDelete.equals("CASCADE")) {
      planning.find(
          Severity.WARNING,
          24,
          "Deleting a row of %s deletes rows of %s.".formatted(target.name, table.name),
          "NO ACTION, and delete what belongs to it first");
    }
    String definition =
        "FOREIGN KEY %s REFERENCES %s %s"
            .formatted(list(spec.columns()), Sql.quote(target.name), list(referenced));
    return new Constraint(
        name,
        spec.kind(),
        onDelete.equals("NO ACTION") ? definition : definition + " ON DELETE " + onDelete,
        spec.columns(),
        target.name,
        true);
  }

  private List<String> referenced(WorkingTable target, String pointer, ReferenceSpec reference) {
    Constraint primary = target.primaryKey();
    if (reference.columns().isEmpty()) {
      if (primary == null) {
        throw planning.refused(
            pointer + "/references", "no_key", "The table " + target.name + " has no primary key.");
      }
      return primary.columns();
    }
    for (String column : reference.columns()) {
      planning.column(target, pointer + "/references/columns", column);
    }
    Set<String> wanted = Set.copyOf(reference.columns());
    boolean key =
        target.constraints.values().stream()
                .filter(ConstraintSql::isKey)
                .anyMatch(constraint -> Set.copyOf(constraint.columns()).equals(wanted))
            || target.indexes.values().stream().anyMatch(i -> i.unique() && !i.ofConstraint());
    if (!key) {
      throw planning.refused(
          pointer + "/references/columns",
          "no_key",
          "No primary key or unique constraint of %s has exactly the columns %s."
              .formatted(target.name, reference.columns()));
    }
    return reference.columns();
  }

  static boolean isKey(Constraint constraint) {
    return constraint.kind() == Constraint.Kind.PRIMARY_KEY
        || constraint.kind() == Constraint.Kind.UNIQUE;
  }

  static String list(Collection<String> names) {
    return names.stream().map(Sql::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  /** Puts it into the schema, with the index that PostgreSQL makes for a key. */
  static void enter(WorkingTable table, Constraint constraint) {
    table.constraints.put(constraint.name(), constraint);
    if (isKey(constraint)) {
      String definition =
          "CREATE UNIQUE INDEX %s ON %s USING btree %s"
              .formatted(
                  Sql.quote(constraint.name()), Sql.quote(table.name), list(constraint.columns()));
      table.indexes.put(
          constraint.name(), new Index(constraint.name(), definition, true, true, true));
    }
  }
}
