package org.freehold.engine.migration;

import static org.freehold.engine.migration.Changes.addColumn;
import static org.freehold.engine.migration.Changes.check;
import static org.freehold.engine.migration.Changes.column;
import static org.freehold.engine.migration.Changes.createIndex;
import static org.freehold.engine.migration.Changes.defaultOf;
import static org.freehold.engine.migration.Changes.filled;
import static org.freehold.engine.migration.Changes.foreignKey;
import static org.freehold.engine.migration.Changes.nullable;
import static org.freehold.engine.migration.Changes.retype;
import static org.freehold.engine.migration.Changes.unique;
import static org.freehold.engine.migration.Changes.uniqueConstraint;
import static org.freehold.engine.migration.Changes.uniqueIndex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Schemas, rows and bundles by chance, over few names, so that changes meet each other. The name of
 * a column tells its type. What the planner refuses is left out of a bundle.
 */
public final class BundleGenerator {
  private static final int TABLES = 4;
  private static final int NAMES = 5;

  /** Type, and values of it as SQL. */
  private static final String[][] COLUMNS = {
    {"int", "1", "7", "-3"},
    {"text", "'a'", "'it''s \\ b'", "''"},
    {"varchar(10)", "'x'", "'yy'"},
    {"numeric(8,2)", "1.5", "0", "99.25"},
    {"timestamptz", "'2026-01-01T00:00:00Z'::timestamptz", "now()"},
    {"mood", "'sad'::mood", "'happy'::mood"},
    {"jsonb", "'{\"a\": 1}'::jsonb", "'[]'::jsonb"},
    {"boolean", "true", "false"},
    {"uuid", "gen_random_uuid()", "'00000000-0000-0000-0000-000000000001'::uuid"}
  };

  private static final String[] TYPES = {
    "text", "bigint", "varchar(20)", "varchar(3)", "numeric(10,2)", "numeric(8,1)", "int", "jsonb"
  };

  private final Random random;

  public BundleGenerator(long seed) {
    this.random = new Random(seed);
  }

  public List<Change> schema() {
    List<Change> changes = new ArrayList<>();
    changes.add(new CreateEnum("mood", List.of("sad", "happy")));
    int tables = 1 + random.nextInt(TABLES - 1);
    for (int i = 0; i < tables; i++) {
      changes.add(createTable("t" + i));
    }
    return accepted(Catalog.EMPTY, changes, 12);
  }

  public List<Change> bundle(Catalog now) {
    return accepted(now, List.of(), 1 + random.nextInt(7));
  }

  /** The names of columns that may get other values each time that these changes are made. */
  public static Set<String> varying(List<Change> changes) {
    Set<String> names = new HashSet<>(Set.of("c4", "c8"));
    for (Change change : changes) {
      if (change instanceof RenameColumn renamed && names.contains(renamed.from())) {
        names.add(renamed.to());
      }
    }
    return names;
  }

  private List<Change> accepted(Catalog now, List<Change> start, int wanted) {
    List<Change> changes = new ArrayList<>(start);
    for (int tries = 0; changes.size() < wanted && tries < 120; tries++) {
      Change change = change();
      changes.add(change);
      if (!takes(now, changes)) {
        changes.remove(changes.size() - 1);
      }
    }
    return changes;
  }

  private static boolean takes(Catalog now, List<Change> changes) {
    try {
      return !MigrationPlanner.plan(now, changes, "tag").refused();
    } catch (BundleRefused e) {
      return false;
    }
  }

  /** Rows that go in where they can; others are left out by the caller. */
  public List<String> rows(Catalog catalog) {
    List<String> inserts = new ArrayList<>();
    for (Table table : catalog.tables()) {
      int rows = random.nextInt(9);
      for (int i = 0; i < rows; i++) {
        inserts.add(insert(table));
      }
    }
    return inserts;
  }

  private String insert(Table table) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean left = column.nullable() && random.nextInt(4) == 0;
      if (column.identity() == Identity.NONE && column.generatedSql() == null && !left) {
        names.add(Sql.quote(column.name()));
        values.add("(" + value(column.name()) + ")");
      }
    }
    String into = "INSERT INTO " + Sql.quote(table.name());
    return names.isEmpty()
        ? into + " DEFAULT VALUES"
        : into + " (" + String.join(", ", names) + ") VALUES (" + String.join(", ", values) + ")";
  }

  private Change createTable(String name) {
    List<ColumnSpec> columns = new ArrayList<>();
    columns.add(Changes.key("id"));
    for (int i = 0; i < COLUMNS.length; i++) {
      if (random.nextInt(3) > 0) {
        columns.add(spec("c" + i));
      }
    }
    return new CreateTable(name, columns, List.of(), random.nextBoolean() ? "A table" : null);
  }

  private ColumnSpec spec(String name) {
    String type = COLUMNS[index(name)][0];
    return switch (random.nextInt(6)) {
      case 0 -> filled(name, type, value(name));
      case 1 -> unique(name, type);
      case 2 ->
          new ColumnSpec(
              name, type, false, false, false, null, null, null, null, null, Identity.NONE);
      default -> column(name, type);
    };
  }

  private Change change() {
    String table = "t" + random.nextInt(TABLES);
    String column = "c" + random.nextInt(COLUMNS.length);
    String other = "c" + random.nextInt(COLUMNS.length);
    String name = random.nextInt(NAMES) + "";
    return switch (random.nextInt(20)) {
      case 0 -> createTable(table);
      case 1 -> new DropTable(table);
      case 2 -> new RenameTable(table, "t" + random.nextInt(TABLES));
      case 3, 4 -> addColumn(table, spec(column));
      case 5 ->
          new AddColumn(table, filled(column, COLUMNS[index(column)][0], null), value(column));
      case 6 -> retype(table, column, TYPES[random.nextInt(TYPES.length)], true);
      case 7 -> nullable(table, column, false, random.nextBoolean() ? value(column) : null);
      case 8 -> nullable(table, column, true, null);
      case 9 -> defaultOf(table, column, random.nextInt(3) == 0 ? null : value(column));
      case 10 -> new DropColumn(table, column, random.nextBoolean() ? late(column) : null);
      case 11 -> new RenameColumn(table, column, other);
      case 12 -> createIndex(table, "i" + name, column);
      case 13 ->
          random.nextBoolean()
              ? uniqueIndex(table, "i" + name, column, other)
              : uniqueConstraint(table, "k" + name, column);
      case 14 -> new DropIndex("i" + name);
      case 15 -> check(table, "k" + name, Sql.quote(column) + " IS NOT NULL OR id > 0");
      case 16 -> foreignKey(table, "k" + name, "id", "t" + random.nextInt(TABLES));
      case 17 ->
          new DropConstraint(
              table, random.nextBoolean() ? "k" + name : table + "_" + column + "_key");
      case 18 -> new AddEnumValue("mood", "m" + name, random.nextBoolean() ? "happy" : null, null);
      default ->
          new Backfill(table, column, value(column), random.nextBoolean() ? null : "id % 2 = 0");
    };
  }

  /** A value for an undo that fits whatever type the column may have by then; or none. */
  private static String late(String column) {
    return List.of("c0", "c1", "c3").contains(column) ? "'7'" : null;
  }

  private static int index(String column) {
    return column.startsWith("c") ? Integer.parseInt(column.substring(1)) : 0;
  }

  private String value(String column) {
    String[] values = COLUMNS[index(column)];
    return values[1 + random.nextInt(values.length - 1)];
  }
}
