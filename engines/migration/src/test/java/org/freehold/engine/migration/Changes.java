package org.freehold.engine.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Changes in few words, for tests. */
public final class Changes {
  private Changes() {}

  public static ColumnSpec key(String name) {
    return new ColumnSpec(
        name, "bigint", false, true, false, null, null, null, null, null, Identity.BY_DEFAULT);
  }

  public static ColumnSpec column(String name, String type) {
    return new ColumnSpec(name, type, true, false, false, null, null, null, null, null, null);
  }

  public static ColumnSpec filled(String name, String type, String defaultSql) {
    return new ColumnSpec(
        name, type, false, false, false, defaultSql, null, null, null, null, null);
  }

  public static ColumnSpec unique(String name, String type) {
    return new ColumnSpec(name, type, true, false, true, null, null, null, null, null, null);
  }

  public static ColumnSpec checked(String name, String type, String check) {
    return new ColumnSpec(
        name, type, true, false, false, null, null, new CheckSpec(null, check), null, null, null);
  }

  public static ColumnSpec referring(String name, String type, String table) {
    ReferenceSpec reference = new ReferenceSpec(null, table, List.of(), null);
    return new ColumnSpec(name, type, true, false, false, null, null, null, reference, null, null);
  }

  public static CreateTable createTable(String name, ColumnSpec... columns) {
    return new CreateTable(name, Arrays.asList(columns), List.of(), null);
  }

  public static AddColumn addColumn(String table, ColumnSpec column) {
    return new AddColumn(table, column, null);
  }

  public static AlterColumn retype(String table, String column, String type, boolean rewrite) {
    return new AlterColumn(
        table, column, type, null, null, null, null, null, null, null, null, rewrite);
  }

  public static AlterColumn nullable(String table, String column, boolean nullable, String up) {
    return new AlterColumn(
        table, column, null, nullable, null, null, null, null, null, up, null, false);
  }

  public static AlterColumn defaultOf(String table, String column, String defaultSql) {
    return new AlterColumn(
        table,
        column,
        null,
        null,
        Optional.ofNullable(defaultSql),
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  public static CreateIndex createIndex(String table, String name, String... columns) {
    return new CreateIndex(table, name, columns(columns), false, null, null);
  }

  public static CreateIndex uniqueIndex(String table, String name, String... columns) {
    return new CreateIndex(table, name, columns(columns), true, null, null);
  }

  private static List<IndexColumn> columns(String... names) {
    return Arrays.stream(names).map(name -> new IndexColumn(name, false, null)).toList();
  }

  public static CreateConstraint check(String table, String name, String check) {
    return new CreateConstraint(
        table, new ConstraintSpec(name, Constraint.Kind.CHECK, List.of(), check, null));
  }

  public static CreateConstraint uniqueConstraint(String table, String name, String... columns) {
    return new CreateConstraint(
        table,
        new ConstraintSpec(name, Constraint.Kind.UNIQUE, Arrays.asList(columns), null, null));
  }

  public static CreateConstraint primaryKey(String table, String name, String... columns) {
    return new CreateConstraint(
        table,
        new ConstraintSpec(name, Constraint.Kind.PRIMARY_KEY, Arrays.asList(columns), null, null));
  }

  public static CreateConstraint foreignKey(
      String table, String name, String column, String target) {
    return new CreateConstraint(
        table,
        new ConstraintSpec(
            name,
            Constraint.Kind.FOREIGN_KEY,
            List.of(column),
            null,
            new ReferenceSpec(null, target, List.of(), null)));
  }

  public static RawSql raw(String up, String down) {
    return new RawSql(List.of(up), List.of(down));
  }
}
