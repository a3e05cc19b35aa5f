package org.freehold.environments.database.internal;

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
  private static final String NAME = "\"((?:[^\"]|\"\")+)\"";
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

  private final Connection connection;
  private final Connection keeper;
  private final Catalog now;
  private final UUID deployment;
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
      Losses losses = new Losses(connection, keeper, now, deployment);
      for (Step step : plan.steps()) {
        if (states.containsKey(step.number())
            && !Journal.UNDONE.equals(states.get(step.number()))) {
          losses.of(step);
        }
      }
      return losses.preview();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private void of(Step step) throws SQLException {
    for (String statement : step.down()) {
      dropped(statement);
    }
    for (String statement : step.up()) {
      retired(statement);
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
    if (table.lookingAt() && has(plain(table.group(1)))) {
      long rows = count("select count(*) from " + quoted(table.group(1)));
      add("table " + plain(table.group(1)), rows, "The table goes with all of its rows.");
    }
    Matcher column = DROP_COLUMN.matcher(statement);
    if (column.lookingAt()) {
      Column gone = column(plain(column.group(1)), plain(column.group(2)));
      boolean kept = gone != null && gone.name().startsWith(MigrationPlanner.TOMBSTONE);
      if (gone != null && gone.generatedSql() == null && !kept) {
        add(
            "column " + plain(column.group(1)) + "." + gone.name(),
            count(
                "select count(*) from %s where %s"
                    .formatted(quoted(column.group(1)), isWritten(gone))),
            "The column goes with what was written into it.");
      }
    }
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
      String table = plain(column.group(1));
      tombstone(column(table, column.group(3)) != null);
      if (column(table, column.group(3)) != null) {
        long without =
            count(
                "select count(*) from %s where %s is null"
                    .formatted(Sql.quote(table), Sql.quote(column.group(3))));
        add(
            "column " + table + "." + plain(column.group(2)),
            Math.max(0, without - withoutBefore(table, plain(column.group(2)))),
            "Rows written since have no value in the column that comes back.");
      }
      return;
    }
    Matcher table = RETIRE_TABLE.matcher(statement);
    if (table.lookingAt()) {
      tombstone(has(table.group(2)));
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
    return number == null
        ? 0
        : Jdbc.number(
            keeper,
            "select count(*) from %s where %s is null"
                .formatted(BackupTables.name(id, Integer.parseInt(number)), Sql.quote(column)));
  }

  private void add(String object, long rows, String what) {
    if (rows > 0) {
      found.add(new Loss(object, rows, what));
    }
  }

  private long count(String sql) throws SQLException {
    return Jdbc.literally(connection, sql, row -> row.getLong(1)).get(0);
  }

  private boolean has(String table) {
    return now.table(table).isPresent();
  }

  private Column column(String table, String column) {
    return now.table(table).flatMap(one -> one.column(column)).orElse(null);
  }

  private static String plain(String inQuotes) {
    return inQuotes.replace("\"\"", "\"");
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
