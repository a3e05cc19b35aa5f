package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Since when the tombstones of an environment are there; what no plan made is not among them. */
final class TombstoneTimes {
  private final Connection keeper;
  private final String environment;

  TombstoneTimes(Connection keeper, Site site) {
    this.keeper = keeper;
    this.environment = site.name();
  }

  /** From now on, where its time has not begun yet. */
  void begin(Tombstone tombstone) throws SQLException {
    Jdbc.update(
        keeper,
        "insert into freehold_releases.tombstone (environment, object) values (?, ?)"
            + " on conflict do nothing",
        environment,
        tombstone.object());
  }

  /**
   * Ends the time of those of the names that are not there: what an undo brought back begins anew
   * when it is dropped again.
   */
  void end(Set<String> names, List<Tombstone> there) throws SQLException {
    List<String> objects = there.stream().map(Tombstone::object).toList();
    for (String object : objects()) {
      if (!objects.contains(object) && names.stream().anyMatch(name -> isNamed(object, name))) {
        end(object);
      }
    }
  }

  private static boolean isNamed(String object, String name) {
    return object.equals(name) || object.endsWith("." + name);
  }

  /** Columns keep their time when their table is renamed; what else is gone has none. */
  void follow(List<Tombstone> there) throws SQLException {
    List<String> gone = new ArrayList<>(objects());
    List<Tombstone> timeless = new ArrayList<>(there);
    timeless.removeIf(tombstone -> gone.contains(tombstone.object()));
    gone.removeAll(there.stream().map(Tombstone::object).toList());
    for (String object : gone) {
      for (Tombstone tombstone : timeless) {
        if (tombstone.wasCalled(object)) {
          move(object, tombstone);
        }
      }
      end(object);
    }
  }

  private void move(String object, Tombstone to) throws SQLException {
    Jdbc.update(
        keeper,
        "insert into freehold_releases.tombstone (environment, object, seen_at)"
            + " select environment, ?, seen_at from freehold_releases.tombstone"
            + " where environment = ? and object = ? on conflict do nothing",
        to.object(),
        environment,
        object);
  }

  void end(String object) throws SQLException {
    Jdbc.update(
        keeper,
        "delete from freehold_releases.tombstone where environment = ? and object = ?",
        environment,
        object);
  }

  boolean isOlder(Tombstone tombstone, int days) throws SQLException {
    return Jdbc.isTrue(
        keeper,
        "select exists (select from freehold_releases.tombstone where environment = ?"
            + " and object = ? and seen_at < now() - make_interval(days => ?::int))",
        environment,
        tombstone.object(),
        days);
  }

  private List<String> objects() throws SQLException {
    return Jdbc.list(
        keeper,
        "select object from freehold_releases.tombstone where environment = ? order by object",
        row -> row.getString(1),
        environment);
  }
}
