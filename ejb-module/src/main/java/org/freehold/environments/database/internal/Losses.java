package org.freehold.environments.database.internal;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.engine.migration.Action;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;
import org.freehold.engine.migration.Table;
import org.freehold.environments.LossPreview;
import org.freehold.environments.LossPreview.Loss;
import org.freehold.environments.LossPreview.Window;
import org.freehold.environments.MigrationFailed;

/**
 * What undoing a plan would lose now, read from its inverse: tables and columns that it drops, and
 * columns that come back without what was written meanwhile.
 */
public final class Losses {
  private static final long COUNT_MILLIS = 300_000;
  private static final String NAME = NamesNow.NAME;
  private static final String NOT_COUNTED =
      "What the undo takes away here cannot be counted: look before you accept it.";
  private static final String UNDEFINED_FUNCTION = "42883";
  private static final String UNDEFINED_COLUMN = "42703";
  private static final Pattern DROP_TABLE =
      Pattern.compile("DROP TABLE (?:IF EXISTS )?" + NAME, Pattern.CASE_INSENSITIVE);
  private static final Pattern DROP_COLUMN =
      Pattern.compile(
          "ALTER TABLE (?:ONLY )?" + NAME + " DROP COLUMN (?:IF EXISTS )?" + NAME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RETIRE_COLUMN =
      Pattern.compile(
          "ALTER TABLE (?:ONLY )?"
              + NAME
              + " RENAME (?:COLUMN )?"
              + NAME
              + " TO \"(_retired_[^\"]+)\"",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RETIRE_TABLE =
      Pattern.compile(
          "ALTER TABLE (?:ONLY )?" + NAME + " RENAME TO \"(_retired_[^\"]+)\"",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TYPE =
      Pattern.compile(
          "ALTER TABLE (?:ONLY )?"
              + NAME
              + " ALTER COLUMN "
              + NAME
              + " TYPE (.+?)(?: USING \\((.*)\\))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Rows that nobody has written since get their very value back. */
  private static final Pattern KEPT =
      Pattern.compile(
          "CASE WHEN " + NAME + "::text IS NOT DISTINCT FROM (\"_retired_[^\"]+\")::text THEN ");

  /** A column that an undo brings back: its table and its tombstone as they are called now. */
  private record ComingBack(String table, String kept, String name) {}

  private final Connection connection;
  private final Connection keeper;
  private final Catalog now;
  private final UUID deployment;
  private final NamesNow names = new NamesNow();
  private final List<ComingBack> comingBack = new ArrayList<>();
  private final List<Loss> found = new ArrayList<>();
  private boolean tombstones;
  private boolean past;

  private Losses(Connection connection, Connection keeper, Catalog now, UUID deployment) {
    this.connection = connection;
    this.keeper = keeper;
    this.now = now;
    this.deployment = deployment;
  }

  public static LossPreview preview(Site site, UUID deployment, Plan plan) throws MigrationFailed {
    Databases.ensure(site);
    try (Connection keeper = Sessions.keeper(site);
        Connection connection = Sessions.environment(site, keeper, Sessions.READ)) {
      TreeMap<Integer, String> states = Journal.read(keeper, site, deployment);
      Catalog now = Schemas.read(connection, site.schema());
      Jdbc.run(connection, "set statement_timeout = '5min'");
      Sessions.expect(connection, COUNT_MILLIS);
      Sessions.expect(keeper, COUNT_MILLIS);
      Jdbc.run(connection, "set default_transaction_read_only = on");
      Losses losses = new Losses(connection, keeper, now, deployment);
      List<Step> backwards = new ArrayList<>(plan.steps());
      backwards.sort(Comparator.comparing(Step::number).reversed());
      for (Step step : backwards) {
        if (states.containsKey(step.number())
            && !Journal.UNDONE.equals(states.get(step.number()))) {
          losses.of(step);
        }
      }
      losses.cameBack();
      return losses.preview();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private void of(Step step) throws SQLException {
    for (String statement : step.down()) {
      dropped(statement);
      typed(statement);
    }
    for (int i = step.up().size() - 1; i >= 0; i--) {
      retired(step.up().get(i));
      names.before(step.up().get(i));
    }
    if (step.action() == Action.BACKFILL && !step.down().isEmpty()) {
      return;
    }
    boolean byHand = step.hazards().stream().anyMatch(hazard -> hazard.rule() == 42);
    if (byHand) {
      found.add(
          new Loss(
              "step " + step.number(),
              0,
              "Statements written by hand undo this step; what they lose is not counted."));
    }
  }

  private void dropped(String statement) throws SQLException {
    Matcher table = DROP_TABLE.matcher(statement);
    if (table.lookingAt()) {
      String name = names.table(plain(table.group(1)));
      if (now.table(name).isEmpty()) {
        notCounted("table " + name);
        return;
      }
      add(
          "table " + name,
          count("select count(*) from " + Sql.quote(name)),
          "The table goes with all of its rows.");
    }
    Matcher column = DROP_COLUMN.matcher(statement);
    if (column.lookingAt()) {
      dropped(plain(column.group(1)), plain(column.group(2)));
    }
  }

  private void dropped(String then, String column) throws SQLException {
    String table = names.table(then);
    Column gone = column(then, column);
    if (gone == null) {
      notCounted("column " + table + "." + names.column(then, column));
    } else if (gone.generatedSql() == null && !column.startsWith(MigrationPlanner.TOMBSTONE)) {
      add(
          "column " + table + "." + gone.name(),
          count("select count(*) from %s where %s".formatted(Sql.quote(table), isWritten(gone))),
          "The column goes with what was written into it.");
    }
  }

  /** A column gets its old type back: values that are not the same there and back are lost. */
  private void typed(String statement) throws SQLException {
    Matcher typed = TYPE.matcher(statement);
    if (!typed.matches()) {
      return;
    }
    String table = plain(typed.group(1));
    Column column = column(table, plain(typed.group(2)));
    if (column == null) {
      notCounted("column " + names.table(table) + "." + names.column(table, plain(typed.group(2))));
      return;
    }
    if (column.generatedSql() != null || column.type().equals(typed.group(3))) {
      return;
    }
    String object = "column " + names.table(table) + "." + column.name();
    String value = quoted(typed.group(2));
    String undone = typed.group(4) == null ? value : typed.group(4);
    Matcher kept = KEPT.matcher(undone);
    String written =
        kept.lookingAt()
            ? "%s::text is distinct from %s::text and ".formatted(value, kept.group(2))
            : "";
    String rows = "select count(*) from (%s) as before where %s".formatted(then(table), written);
    String back = "((%s)::%s)::%s".formatted(undone, typed.group(3), column.type());
    try {
      add(
          object,
          differing(rows, back, value),
          "The undo rounds or changes these values to fit the type of before, or fails on them.");
    } catch (SQLException e) {
      if (Failures.isOfConnection(e)) {
        throw e;
      }
      notCounted(object);
    }
  }

  /** Some types cannot be compared: their texts are. */
  private long differing(String rows, String back, String value) throws SQLException {
    try {
      return count(rows + back + " is distinct from " + value);
    } catch (SQLException e) {
      if (!UNDEFINED_FUNCTION.equals(e.getSQLState())) {
        throw e;
      }
      return count(rows + "(" + back + ")::text is distinct from " + value + "::text");
    }
  }

  /** The table with the names of its columns that statements of then use. */
  private String then(String table) {
    Table found = now.table(names.table(table)).orElseThrow();
    return names.columns(table, found).entrySet().stream()
        .map(name -> Sql.quote(name.getValue()) + " as " + Sql.quote(name.getKey()))
        .collect(joining(", ", "select ", " from " + Sql.quote(found.name())));
  }

  private void notCounted(String object) {
    found.add(new Loss(object, 0, NOT_COUNTED));
  }

  /** A constant default was written by nobody. */
  private static String isWritten(Column column) {
    boolean constant = column.defaultSql() != null && column.defaultSql().indexOf('(') < 0;
    String name = Sql.quote(column.name());
    return constant ? name + " is distinct from " + column.defaultSql() : name + " is not null";
  }

  private void retired(String statement) throws SQLException {
    Matcher column = RETIRE_COLUMN.matcher(statement);
    if (column.lookingAt()) {
      String then = plain(column.group(1));
      Column kept = column(then, plain(column.group(3)));
      tombstone(kept != null);
      if (kept != null) {
        String table = names.table(then);
        comingBack.add(new ComingBack(table, kept.name(), plain(column.group(2))));
      }
      return;
    }
    Matcher table = RETIRE_TABLE.matcher(statement);
    if (table.lookingAt()) {
      tombstone(now.table(names.table(plain(table.group(2)))).isPresent());
    }
  }

  /** Once every step was looked at: the backup has the names of before all of them. */
  private void cameBack() throws SQLException {
    for (ComingBack column : comingBack) {
      long without =
          count(
              "select count(*) from %s where %s is null"
                  .formatted(Sql.quote(column.table()), Sql.quote(column.kept())));
      String table = names.tableOfStart(column.table());
      String name = names.columnOfStart(column.table(), column.kept());
      add(
          "column " + column.table() + "." + column.name(),
          Math.max(0, without - withoutBefore(table, name)),
          "Rows written since have no value in the column that comes back.");
    }
  }

  private void tombstone(boolean there) {
    tombstones = true;
    past |= !there;
  }

  /** How many rows had no value when the backup was taken; 0 without a backup. */
  private long withoutBefore(String table, String column) throws SQLException {
    String id = TableCopies.idOf(deployment);
    String number =
        Jdbc.text(
            keeper,
            "select array_position(tables, ?) - 1 from freehold_backups.backup where id = ?",
            table,
            id);
    if (number == null) {
      return 0;
    }
    try {
      return Jdbc.number(
          keeper,
          "select count(*) from %s where %s is null"
              .formatted(BackupTables.name(id, Integer.parseInt(number)), Sql.quote(column)));
    } catch (SQLException e) {
      if (UNDEFINED_COLUMN.equals(e.getSQLState())) {
        return 0;
      }
      throw e;
    }
  }

  private void add(String object, long rows, String what) {
    if (rows > 0) {
      found.add(new Loss(object, rows, what));
    }
  }

  private long count(String sql) throws SQLException {
    return Jdbc.literally(connection, sql, row -> row.getLong(1)).get(0);
  }

  /** Both by their names of then. */
  private Column column(String table, String column) {
    return now.table(names.table(table))
        .flatMap(one -> one.column(names.column(table, column)))
        .orElse(null);
  }

  private static String plain(String inQuotes) {
    return NamesNow.plain(inQuotes);
  }

  private static String quoted(String inQuotes) {
    return '"' + inQuotes + '"';
  }

  private LossPreview preview() {
    found.sort(Comparator.comparing(Loss::object));
    Window window = past ? Window.PAST : tombstones ? Window.TOMBSTONE : Window.OPEN;
    StringBuilder all = new StringBuilder(window.name());
    found.forEach(
        loss ->
            all.append('\n')
                .append(loss.object())
                .append('\n')
                .append(loss.rows())
                .append('\n')
                .append(loss.what()));
    return new LossPreview("sha256:" + TableCopies.sha256(all.toString()), window, found);
  }
}
