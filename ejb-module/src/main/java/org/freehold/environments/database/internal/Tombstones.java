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
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Step;
import org.freehold.environments.MigrationFailed;

/**
 * What releases dropped and undo could still bring back: tables and columns under another name.
 * Their time begins when a plan has made them, also one that failed later, and ends when an undo
 * brings them back; a name like theirs that no plan made is left alone.
 */
public final class Tombstones {
  private static final Pattern NAME = Pattern.compile("\"(_retired_(?:[^\"]|\"\")+)\"");

  /** The rule about SQL written by hand. */
  static final int BY_HAND = 42;

  private Tombstones() {}

  /** Notes which of those that the plan makes are there now, and which no longer are. */
  static void note(Connection keeper, Site site, Catalog catalog, Plan plan) throws SQLException {
    Set<String> made = madeBy(plan);
    List<Tombstone> there = Tombstone.in(catalog);
    TombstoneTimes times = new TombstoneTimes(keeper, site);
    times.end(made, there);
    for (Tombstone tombstone : there) {
      if (made.contains(tombstone.name())) {
        times.begin(tombstone);
      }
    }
    times.follow(there);
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

  /**
   * Drops those that are older than so many days, within the budget of a short lock; one that is in
   * use waits for the next time. Answers what was dropped.
   */
  public static List<String> dropOlder(Site site, int days) throws MigrationFailed {
    List<String> dropped = new ArrayList<>();
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.ensure(keeper, site);
      TombstoneTimes times = new TombstoneTimes(keeper, site);
      try (Connection environment = Sessions.environment(site, keeper, Sessions.APPLICATION)) {
        List<Tombstone> there = Tombstone.in(Schemas.read(environment, site.schema()));
        times.follow(there);
        Jdbc.run(environment, "set lock_timeout = '1s'");
        for (Tombstone tombstone : there) {
          if (times.isOlder(tombstone, days) && drop(environment, tombstone)) {
            dropped.add(tombstone.object());
          }
        }
      }
      for (String object : dropped) {
        times.end(object);
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
}
