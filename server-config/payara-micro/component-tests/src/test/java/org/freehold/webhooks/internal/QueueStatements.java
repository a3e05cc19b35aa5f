package org.freehold.webhooks.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How PostgreSQL goes about the statements of the queue. */
public final class QueueStatements {
  private static final Pattern PARAMETER = Pattern.compile("\\?");
  private static final Pattern ACCESS =
      Pattern.compile(
          "(Seq Scan|Bitmap Heap Scan|Index (?:Only )?Scan using \\S+) on delivery_due\\b");

  private QueueStatements() {}

  /** By name, what looks for rows. */
  public static Map<String, String> looking() {
    return Map.of(
        "all lines",
        DueLook.SHORT,
        "some lines",
        DueLook.LONG,
        "any",
        DueLook.ANY,
        "messages",
        DueClaims.MESSAGES,
        "deliveries",
        DueClaims.DELIVERIES,
        "hold",
        DueClaims.HOLD,
        "lock",
        DueClaims.LOCK,
        "give back",
        DueClaims.GIVE_BACK);
  }

  /** By name, what changes rows by their keys. */
  public static Map<String, String> byKey() {
    return Map.of(
        "lock", DeliveryRows.LOCK, "change", DeliveryRows.CHANGE, "spread", SpreadRows.INSERT);
  }

  /**
   * The ways to the rows of the queue, as the server lets PostgreSQL choose them for any values.
   */
  public static Set<String> ways(Connection connection, String sql, boolean looking)
      throws SQLException {
    if (looking) {
      QueuePlans.inOrder(connection);
    } else {
      QueuePlans.byKey(connection);
    }
    int[] number = {0};
    String numbered = PARAMETER.matcher(sql).replaceAll(found -> "\\$" + ++number[0]);
    String nulls = String.join(", ", Collections.nCopies(number[0], "null"));
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local plan_cache_mode = force_generic_plan");
      statement.execute("prepare looked_at as " + numbered);
      try (ResultSet lines = statement.executeQuery("explain execute looked_at(" + nulls + ")")) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      statement.execute("deallocate looked_at");
    }
    Set<String> ways = new TreeSet<>();
    Matcher access = ACCESS.matcher(plan);
    while (access.find()) {
      ways.add(access.group(1).replaceAll(".* ", ""));
    }
    return ways;
  }
}
