package org.freehold.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.freehold.launcher.database.DatabaseLogin;

/**
 * The same transaction on the table with its policies and on a copy that has none. Both are taken
 * in turns, so that whatever else the machine does hits both.
 */
record RowLevelSecurity(DatabaseLogin administrator, DatabaseLogin app) {
  private static final String COPY = "project_without_policies";
  private static final int TURNS = 41;
  private static final int TRANSACTIONS = 100;

  /** Throughput with policies divided by throughput without. */
  double ratio(List<String> listStatements) {
    String list = theList(listStatements);
    List<String> before =
        listStatements.stream().filter(sql -> sql.contains("set_config")).toList();
    String onCopy = list.replaceAll("(?i)\\bfrom project\\b", "FROM " + COPY);
    if (before.isEmpty() || onCopy.equals(list)) {
      throw new IllegalStateException("This is no list of projects: " + listStatements);
    }
    try {
      makeCopy();
      return compare(before.get(0), list, onCopy);
    } catch (SQLException e) {
      throw new IllegalStateException("Row-level security could not be measured", e);
    }
  }

  static String theList(List<String> statements) {
    return statements.stream()
        .filter(sql -> sql.matches("(?is).*\\bfrom project\\b.*"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No list of projects in " + statements));
  }

  private void makeCopy() throws SQLException {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path to tenant");
      statement.execute("drop table if exists " + COPY);
      statement.execute(
          "create table " + COPY + " (like project including all excluding generated)");
      statement.execute("insert into " + COPY + " select * from project");
      statement.execute("grant select on " + COPY + " to " + app.user());
      statement.execute("vacuum analyze " + COPY);
      statement.execute("vacuum analyze project");
    }
  }

  private double compare(String tenant, String list, String onCopy) throws SQLException {
    try (Connection connection = app.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement set = connection.prepareStatement(tenant);
          PreparedStatement with = connection.prepareStatement(list);
          PreparedStatement without = connection.prepareStatement(onCopy)) {
        double[] ratios = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
          long timeWith = time(connection, set, with);
          long timeWithout = time(connection, set, without);
          ratios[turn] = (double) timeWithout / timeWith;
        }
        Arrays.sort(ratios);
        return ratios[TURNS / 2];
      }
    }
  }

  private static long time(Connection connection, PreparedStatement set, PreparedStatement list)
      throws SQLException {
    long start = System.nanoTime();
    for (int i = 0; i < TRANSACTIONS; i++) {
      set.execute();
      try (ResultSet rows = list.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("The list is empty");
        }
      }
      connection.commit();
    }
    return System.nanoTime() - start;
  }
}
