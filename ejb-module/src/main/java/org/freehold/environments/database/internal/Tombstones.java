package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;
import org.freehold.engine.migration.Table;
import org.freehold.environments.MigrationFailed;

/**
 * What releases dropped and undo could still bring back: tables and columns under another name.
 * Their time begins when a plan has made them; a name like theirs that no plan made is left alone.
 */
public final class Tombstones {
  static final String PREFIX = "_retired_";

  private static final Pattern NAME = Pattern.compile("\"(_retired_(?:[^\"]|\"\")+)\"");

  /** The rule about SQL written by hand. */
  private static final int BY_HAND = 42;

  /** {@code column} is null for a table. */
  private record Tombstone(String table, String column) {
    String name() {
      return column == null ? table : column;
    }

    String object() {
      return column == null ? table : table + "." + column;
    }

    String drop() {
      return column == null
          ? "drop table " + Sql.quote(table)
          : "alter table %s drop column %s".formatted(Sql.quote(table), Sql.quote(column));
    }
  }

  private Tombstones() {}

  /** Notes those that are there and that the plan makes. */
  static void note(Connection keeper, Site site, Catalog catalog, Plan plan) throws SQLException {
    Set<String> made = madeBy(plan);
    for (Tombstone tombstone : in(catalog)) {
      if (made.contains(tombstone.name())) {
        Jdbc.update(
            keeper,
            "insert into freehold_releases.tombstone (environment, object) values (?, ?)"
                + " on conflict do nothing",
            site.name(),
            tombstone.object());
      }
    }
  }

  /** The names that its own steps give; what SQL written by hand names like one is none. */
  private static Set<String> madeBy(Plan plan) {
    Set<String> names = new HashSet<>();
    for (Step step : plan.steps()) {
      if (step.hazards().stream().noneMatch(hazard -> hazard.rule() == BY_HAND)) {
        for (String statement : step.up()) {
          Matcher name = NAME.matcher(statement);
          while (name.find()) {
            names.add(name.group(1).replace("\"\"", "\""));
          }
        }
      }
    }
    return names;
  }

  private static List<Tombstone> in(Catalog catalog) {
    List<Tombstone> found = new ArrayList<>();
    for (Table table : catalog.tables()) {
      if (table.name().startsWith(PREFIX)) {
        found.add(new Tombstone(table.name(), null));
        continue;
      }
      for (Column column : table.columns()) {
        if (column.name().startsWith(PREFIX)) {
          found.add(new Tombstone(table.name(), column.name()));
        }
      }
    }
    return found;
  }

  /**
   * Drops those that are older than so many days, within the budget of a short lock; one that is in
   * use waits for the next time. Answers what was dropped.
   */
  public static List<String> dropOlder(Site site, int days) throws MigrationFailed {
    List<String> dropped = new ArrayList<>();
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.ensure(keeper, site);
      try (Connection environment = Sessions.environment(site, keeper, Sessions.APPLICATION)) {
        Catalog catalog = Schemas.read(environment, site.schema());
        Jdbc.run(environment, "set lock_timeout = '1s'");
        for (Tombstone tombstone : in(catalog)) {
          if (isOlder(keeper, site, tombstone, days) && drop(environment, tombstone)) {
            dropped.add(tombstone.object());
          }
        }
      }
      for (String object : dropped) {
        Jdbc.update(
            keeper,
            "delete from freehold_releases.tombstone where environment = ? and object = ?",
            site.name(),
            object);
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
    return dropped;
  }

  private static boolean drop(Connection environment, Tombstone tombstone) throws SQLException {
    try {
      Jdbc.run(environment, tombstone.drop());
      return true;
    } catch (SQLException e) {
      if (Failures.isOfConnection(e)) {
        throw e;
      }
      // In use, or something hangs on it: whoever looks at the schema sees that it is still there.
      return false;
    }
  }

  private static boolean isOlder(Connection keeper, Site site, Tombstone tombstone, int days)
      throws SQLException {
    return Jdbc.isTrue(
        keeper,
        "select exists (select from freehold_releases.tombstone where environment = ?"
            + " and object = ? and seen_at < now() - make_interval(days => ?::int))",
        site.name(),
        tombstone.object(),
        days);
  }
}
