package org.freehold.environments.database.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Constraint;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;
import org.freehold.engine.migration.Table;

/**
 * Which rows a scratch copy gets: the first ones by primary key, of tables with foreign keys those
 * whose parents are among the copied. Foreign keys that the plan is about to make count likewise.
 */
final class SampleQueries {
  private static final int DEEPEST = 6;
  private static final String NAME = "\"((?:[^\"]|\"\")+)\"|([a-z_][a-z0-9_]*)";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "FOREIGN KEY \\(([^)]+)\\) REFERENCES (?:" + NAME + ") ?\\(([^)]+)\\)",
          Pattern.CASE_INSENSITIVE);

  /** Columns of a table that name rows of another. */
  private record Reference(String table, String columns, String parent, String parentColumns) {}

  private final Catalog catalog;
  private final List<Reference> references = new ArrayList<>();

  SampleQueries(Catalog catalog, Plan plan) {
    this.catalog = catalog;
    for (Table table : catalog.tables()) {
      table.constraints().stream()
          .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
          .forEach(constraint -> add(table.name(), constraint.definition()));
    }
    for (Step step : plan.steps()) {
      step.up().forEach(statement -> add(step.table(), statement));
    }
  }

  private void add(String table, String definition) {
    Matcher found = REFERENCE.matcher(definition);
    if (table != null && found.find()) {
      String parent =
          found.group(2) == null ? found.group(3) : found.group(2).replace("\"\"", "\"");
      if (!parent.equals(table) && catalog.table(parent).isPresent()) {
        references.add(new Reference(table, found.group(1), parent, found.group(4)));
      }
    }
  }

  /** Rows whose parents are copied too. */
  String fitting(Table table, List<Column> columns) {
    return rows(table, listed(columns), new TreeSet<>());
  }

  String any(Table table, List<Column> columns) {
    return "select %s from %s%s limit %d"
        .formatted(listed(columns), Sql.quote(table.name()), order(table), Samples.MOST);
  }

  private String rows(Table table, String columns, Set<String> above) {
    Set<String> within = new TreeSet<>(above);
    within.add(table.name());
    String condition =
        references.stream()
            .filter(reference -> reference.table().equals(table.name()))
            .filter(reference -> !within.contains(reference.parent()) && within.size() < DEEPEST)
            .map(reference -> among(reference, within))
            .collect(Collectors.joining(" and "));
    return "select %s from %s%s%s limit %d"
        .formatted(
            columns,
            Sql.quote(table.name()),
            condition.isEmpty() ? "" : " where " + condition,
            order(table),
            Samples.MOST);
  }

  private String among(Reference reference, Set<String> within) {
    Table parent = catalog.table(reference.parent()).orElseThrow();
    return "((%s) in (%s) or row(%s) is null)"
        .formatted(
            reference.columns(),
            rows(parent, reference.parentColumns(), within),
            reference.columns());
  }

  private static String listed(List<Column> columns) {
    return columns.stream()
        .map(column -> Sql.quote(column.name()))
        .collect(Collectors.joining(", "));
  }

  private static String order(Table table) {
    return table
        .primaryKey()
        .map(
            key ->
                " order by "
                    + key.columns().stream().map(Sql::quote).collect(Collectors.joining(", ")))
        .orElse("");
  }
}
