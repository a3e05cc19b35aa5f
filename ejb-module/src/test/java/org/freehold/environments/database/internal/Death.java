package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * When and how a server dies.
 *
 * @param at the number of the statement or commit that it dies at
 */
record Death(int at, Way way) {
  private static final List<Pattern> PLACES =
      List.of(
          Pattern.compile(""),
          Pattern.compile("^(?!(?i)set |select exists|select pg_catalog)"),
          Pattern.compile(" CONCURRENTLY "));

  private static final String TABLES =
      "select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = to_regnamespace(?)";

  enum Way {
    /** Before it could send it. */
    BEFORE,
    /** It was carried out, and the answer was lost. */
    AFTER,
    /** Before it could send it, and the environment's session stays open and keeps its locks. */
    SILENTLY,
    /** While an index is built or dropped beside others; after any other statement. */
    WHILE
  }

  /**
   * Somewhere in what a server says that lives on: anywhere, where it changes something, or at an
   * index.
   */
  static Death byChance(Random random, List<String> said) {
    Pattern where = PLACES.get(random.nextInt(PLACES.size()));
    int[] places =
        IntStream.range(0, said.size()).filter(i -> where.matcher(said.get(i)).find()).toArray();
    int at =
        places.length == 0 ? random.nextInt(said.size()) : places[random.nextInt(places.length)];
    Way[] ways = Way.values();
    return new Death(at + 1, ways[random.nextInt(ways.length)]);
  }

  /** Whether the sessions of the environment stay open. */
  boolean isSilent() {
    return way == Way.SILENTLY;
  }

  /** What the server does with its last words; whatever comes of them, nobody hears it. */
  void strike(Callable<?> words, String sql, Connection connection) throws SQLException {
    FutureTask<?> sent = new FutureTask<>(words);
    if (way == Way.WHILE && sql.contains(" CONCURRENTLY ")) {
      cut(sent, at % 2 == 0 && sql.startsWith("CREATE"), connection);
    } else if (way == Way.AFTER || way == Way.WHILE) {
      sent.run();
    }
  }

  /**
   * Somebody else's transaction keeps it waiting in the middle: a late one by what it sees, an
   * early one by what it may write.
   */
  private static void cut(FutureTask<?> sent, boolean late, Connection connection)
      throws SQLException {
    String schema = connection.getSchema();
    try (Connection other = EnvironmentServer.superuser();
        Connection superuser = EnvironmentServer.superuser()) {
      other.setAutoCommit(false);
      Jdbc.run(other, "set transaction isolation level repeatable read");
      for (String table : Jdbc.list(other, TABLES, row -> row.getString(1), schema)) {
        if (!late) {
          Jdbc.run(other, "lock table %s in row exclusive mode".formatted(table));
        }
      }
      new Thread(sent).start();
      while (!sent.isDone() && !waits(superuser, connection)) {
        Thread.onSpinWait();
      }
      MortalServer.end(connection);
    }
  }

  private static boolean waits(Connection superuser, Connection connection) throws SQLException {
    return Jdbc.isTrue(
        superuser,
        "select exists (select from pg_stat_activity where pid = ? and wait_event_type = 'Lock')",
        MortalServer.session(connection));
  }
}
