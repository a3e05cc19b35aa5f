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
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;
import org.freehold.environments.LossPreview;
import org.freehold.environments.MigrationFailed;

/**
 * What undoing a plan would lose now, read from its inverse: tables and columns that it drops,
 * values that do not fit the type of before, and columns that come back without what was written
 * meanwhile.
 */
public final class Losses {
  private static final long COUNT_MILLIS = 300_000;
  private static final Pattern DROP_TABLE =
      Pattern.compile("DROP TABLE (?:IF EXISTS )?" + NamesNow.NAME, Pattern.CASE_INSENSITIVE);
  private static final Pattern DROP_COLUMN =
      Pattern.compile(
          "ALTER TABLE (?:ONLY )?" + NamesNow.NAME + " DROP COLUMN (?:IF EXISTS )?" + NamesNow.NAME,
          Pattern.CASE_INSENSITIVE);

  private final UndoneSchema schema;
  private final LostTypes types;
  private final ComingBack comingBack;

  private Losses(UndoneSchema schema, ComingBack comingBack) {
    this.schema = schema;
    this.types = new LostTypes(schema);
    this.comingBack = comingBack;
  }

  public static LossPreview preview(Site site, UUID deployment, Plan plan) throws MigrationFailed {
    Databases.ensure(site);
    try (Connection keeper = Sessions.keeper(site);
        Connection connection = Sessions.environment(site, keeper, Sessions.READ)) {
      TreeMap<Integer, String> states = Journal.read(keeper, site, deployment);
      UndoneSchema schema = new UndoneSchema(connection, Schemas.read(connection, site.schema()));
      Jdbc.run(connection, "set statement_timeout = '5min'");
      Sessions.expect(connection, COUNT_MILLIS);
      Sessions.expect(keeper, COUNT_MILLIS);
      Jdbc.run(connection, "set default_transaction_read_only = on");
      Losses losses = new Losses(schema, new ComingBack(schema, keeper, deployment));
      List<Step> backwards = new ArrayList<>(plan.steps());
      backwards.sort(Comparator.comparing(Step::number).reversed());
      for (Step step : backwards) {
        if (states.containsKey(step.number())
            && !Journal.UNDONE.equals(states.get(step.number()))) {
          losses.of(step);
        }
      }
      losses.comingBack.count();
      return new LossPreview(losses.comingBack.window(), schema.losses());
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private void of(Step step) throws SQLException {
    for (String statement : step.down()) {
      dropped(statement);
      types.by(statement);
    }
    for (int i = step.up().size() - 1; i >= 0; i--) {
      comingBack.takenBy(step.up().get(i));
      schema.names().before(step.up().get(i));
    }
    if (step.action() == Action.BACKFILL && !step.down().isEmpty()) {
      return;
    }
    if (step.hazards().stream().anyMatch(hazard -> hazard.rule() == Tombstones.BY_HAND)) {
      schema.losesUncounted(
          "step " + step.number(),
          "Statements written by hand undo this step; what they lose is not counted.");
    }
  }

  private void dropped(String statement) throws SQLException {
    Matcher table = DROP_TABLE.matcher(statement);
    if (table.lookingAt()) {
      table(NamesNow.plain(table.group(1)));
    }
    Matcher column = DROP_COLUMN.matcher(statement);
    if (column.lookingAt()) {
      column(NamesNow.plain(column.group(1)), NamesNow.plain(column.group(2)));
    }
  }

  private void table(String then) throws SQLException {
    String name = schema.names().table(then);
    if (schema.table(then) == null) {
      schema.losesUncounted("table " + name);
      return;
    }
    schema.loses(
        "table " + name,
        schema.count("select count(*) from " + Sql.quote(name)),
        "The table goes with all of its rows.");
  }

  private void column(String then, String column) throws SQLException {
    Column gone = schema.column(then, column);
    if (gone == null) {
      schema.losesUncounted(schema.named(then, column));
    } else if (gone.generatedSql() == null && !column.startsWith(MigrationPlanner.TOMBSTONE)) {
      schema.loses(
          schema.named(then, column),
          schema.count(
              "select count(*) from %s where %s"
                  .formatted(Sql.quote(schema.names().table(then)), isWritten(gone))),
          "The column goes with what was written into it.");
    }
  }

  /** A constant default was written by nobody. */
  private static String isWritten(Column column) {
    boolean constant = column.defaultSql() != null && column.defaultSql().indexOf('(') < 0;
    String name = Sql.quote(column.name());
    return constant ? name + " is distinct from " + column.defaultSql() : name + " is not null";
  }
}
