package org.freehold.engine.migration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code create_index}: concurrently, and apart; rule 1. */
final class IndexCreation implements Operation<CreateIndex> {
  private static final Set<String> METHODS =
      Set.of("btree", "hash", "gist", "spgist", "gin", "brin");

  /** PostgreSQL's own limit. */
  private static final int MOST_COLUMNS = 32;

  private static final int WIDE = 3;

  @Override
  public void plan(CreateIndex change, Planning planning) {
    WorkingTable table = planning.table("/table", change.table());
    String name = planning.freeName("/name", change.name());
    check(change, planning, table);
    String tail = tail(change);
    String unique = change.unique() ? "UNIQUE " : "";
    StepDraft step = planning.step("Build index " + name + " on " + table.name, table).needs(name);
    String create = unique + "INDEX %s" + Sql.quote(name) + " ON " + Sql.quote(table.name) + tail;
    if (table.fresh()) {
      step.up("CREATE " + create.formatted("")).down("DROP INDEX " + Sql.quote(name));
    } else {
      step.concurrently(name)
          .up("CREATE " + create.formatted("CONCURRENTLY "))
          .down("DROP INDEX CONCURRENTLY IF EXISTS " + Sql.quote(name))
          .hazard(1, "Waits for every transaction that is older, whatever it touches.");
      if (change.unique()) {
        step.hazard(5, "Fails when two rows are equal in the columns of the index.");
      }
    }
    planning.add(step);
    String definition = "CREATE " + create.formatted("");
    table.indexes.put(name, new Index(name, definition, change.unique(), true, false));
  }

  private static void check(CreateIndex change, Planning planning, WorkingTable table) {
    if (change.columns().isEmpty() || change.columns().size() > MOST_COLUMNS) {
      throw planning.refused(
          "/columns", "columns_missing", "An index has 1 to " + MOST_COLUMNS + " columns.");
    }
    for (int i = 0; i < change.columns().size(); i++) {
      planning.column(table, "/columns/" + i, change.columns().get(i).column());
    }
    if (change.method() != null && !METHODS.contains(change.method())) {
      throw planning.refused("/method", "not_allowed", "The method is one of " + METHODS + ".");
    }
    new ColumnCheck(planning).expression("/predicate", change.predicate(), false);
    if (change.columns().size() > WIDE) {
      planning.find(
          Severity.INFO,
          44,
          "The index " + change.name() + " has more than three columns: it seldom pays.",
          null);
    }
  }

  private static String tail(CreateIndex change) {
    String method = change.method() == null ? "btree" : change.method();
    String columns =
        change.columns().stream()
            .map(IndexCreation::column)
            .collect(Collectors.joining(", ", " (", ")"));
    return " USING "
        + method
        + columns
        + (change.predicate() == null ? "" : " WHERE (" + change.predicate() + ")");
  }

  private static String column(IndexColumn column) {
    String nulls =
        column.nullsFirst() == null ? "" : column.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
    return Sql.quote(column.column()) + (column.descending() ? " DESC" : "") + nulls;
  }

  /** The definition with CONCURRENTLY in its place. */
  static String concurrently(Index index) {
    for (String start : List.of("CREATE UNIQUE INDEX ", "CREATE INDEX ")) {
      if (index.definition().startsWith(start)) {
        return start + "CONCURRENTLY " + index.definition().substring(start.length());
      }
    }
    throw new IllegalArgumentException("Not the definition of an index: " + index.definition());
  }
}
